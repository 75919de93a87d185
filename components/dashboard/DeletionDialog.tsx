import './deletion-dialog.css';
import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { LearnerText } from '@/components/ui/LearnerText';
import { Phrase } from '@/components/ui/Phrase';
import { countWords, listCounts } from '@/lib/ui/dashboard/count-words';
import type { Deletion, DeletionModel } from '@/lib/ui/dashboard/deletion-model';
import { t } from '@/lib/ui/i18n';
import { siteLabel } from '@/lib/ui/site-address';

/** Says what a deletion takes with it, and does it only on a second click. */
export function DeletionDialog({ deletion: model }: { deletion: DeletionModel }) {
  const asked = model.asked.value;
  return (
    <Dialog
      title={asked === undefined ? '' : t(`dashboard.delete.${asked.kind}`)}
      open={asked !== undefined}
      onClose={() => model.cancel()}
      closeLabel={t('common.cancel')}
      actions={
        asked !== undefined && (
          <Button
            variant="danger"
            icon="trash"
            disabled={model.isBusy.value}
            onClick={() => void model.confirm()}
          >
            {t(`dashboard.delete.${asked.kind}-confirm`)}
          </Button>
        )
      }
    >
      {asked !== undefined && <p>{consequences(asked)}</p>}
      <p class="deletion-dialog__final">{t('dashboard.delete.final')}</p>
      {model.hasFailed.value && (
        <p class="deletion-dialog__failure" role="alert">
          {t('dashboard.delete.failed')}
        </p>
      )}
    </Dialog>
  );
}

function consequences(deletion: Deletion): ComponentChildren {
  switch (deletion.kind) {
    case 'passage':
      return deletion.exercises === 0
        ? t('dashboard.delete.passage-alone')
        : t('dashboard.delete.passage-text', { exercises: countWords('exercises', deletion.exercises) });
    case 'page': {
      const title = (
        <LearnerText class="deletion-dialog__title" lang={deletion.lang}>
          {deletion.title}
        </LearnerText>
      );
      const what = listCounts({ passages: deletion.passages, exercises: deletion.exercises });
      if (what === '') return <Phrase id="dashboard.delete.page-alone" parts={{ title }} />;
      return <Phrase id="dashboard.delete.page-text" parts={{ title, what }} />;
    }
    case 'site': {
      const site = <bdi>{siteLabel(deletion.origin)}</bdi>;
      const pages = countWords('pages', deletion.pages);
      const passages = countWords('passages', deletion.passages);
      return <Phrase id="dashboard.delete.site-text" parts={{ site, pages, passages }} />;
    }
    case 'everything':
      return t('dashboard.delete.everything-text', {
        what: listCounts(deletion.counts) || t('dashboard.delete.no-study'),
      });
  }
}
