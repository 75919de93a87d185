import './forgetting-dialog.css';
import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { LearnerText } from '@/components/ui/LearnerText';
import { Phrase } from '@/components/ui/Phrase';
import { listCounts } from '@/lib/ui/dashboard/count-words';
import type { ForgettingModel, ForgettingWish } from '@/lib/ui/dashboard/forgetting-model';
import { periodWords } from '@/lib/ui/dashboard/period-words';
import { t } from '@/lib/ui/i18n';
import { siteWords } from './page-words';

/** Says what a forgetting takes with it, and does it only on a second click. */
export function ForgettingDialog({ forgetting: model }: { forgetting: ForgettingModel }) {
  const asked = model.asked.value;
  const isRemoved = asked?.kind === 'site' && asked.isRemoved === true;
  return (
    <Dialog
      title={
        asked === undefined
          ? ''
          : t(isRemoved ? 'dashboard.forget.removed' : `dashboard.forget.${asked.kind}`)
      }
      open={asked !== undefined}
      onClose={() => model.cancel()}
      closeLabel={t(isRemoved ? 'dashboard.forget.keep' : 'common.cancel')}
      actions={
        asked !== undefined && (
          <Button
            variant="danger"
            icon="trash"
            disabled={model.isBusy.value || model.preview.value === undefined}
            onClick={() => void model.confirm()}
          >
            {t(`dashboard.forget.${asked.kind}-confirm`)}
          </Button>
        )
      }
    >
      {asked !== undefined && <p>{subject(asked)}</p>}
      <p class="forgetting-dialog__sum" aria-live="polite">
        {asked !== undefined && <Consequences model={model} />}
      </p>
      <p class="forgetting-dialog__final">{t('dashboard.forget.final')}</p>
      {model.hasFailed.value && (
        <p class="forgetting-dialog__failure" role="alert">
          {t('dashboard.forget.failed')}
        </p>
      )}
    </Dialog>
  );
}

/** What is spoken of. */
function subject(wish: ForgettingWish): ComponentChildren {
  switch (wish.kind) {
    case 'page':
    case 'import':
    case 'interest': {
      const name = (
        <LearnerText class="forgetting-dialog__name" lang={wish.name.lang}>
          {wish.name.text}
        </LearnerText>
      );
      return <Phrase id={`dashboard.forget.${wish.kind}-text`} parts={{ name }} />;
    }
    case 'site': {
      const site = <bdi>{siteWords(wish.site)}</bdi>;
      const id = wish.isRemoved ? 'dashboard.forget.removed-text' : 'dashboard.forget.site-text';
      return <Phrase id={id} parts={{ site }} />;
    }
    case 'period':
      return t('dashboard.forget.period-text', { period: periodWords(wish) });
    case 'passage':
    case 'everything':
      return t(`dashboard.forget.${wish.kind}-text`);
  }
}

function Consequences({ model }: { model: ForgettingModel }) {
  const preview = model.preview.value;
  if (preview === undefined) return <>{model.hasFailed.value ? '' : t('dashboard.forget.counting')}</>;
  const what = listCounts(preview);
  return <>{what === '' ? t('dashboard.forget.nothing') : t('dashboard.forget.takes', { what })}</>;
}
