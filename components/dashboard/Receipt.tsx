import './receipt.css';
import { Button } from '@/components/ui/Button';
import { KEPT_KINDS } from '@/lib/app/ports/erasure';
import { countWords, listCounts } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { ForgettingReceipt } from '@/lib/ui/dashboard/forgetting-model';
import { t } from '@/lib/ui/i18n';
import { siteWords } from './page-words';

/** What was just forgotten or removed, to be seen and heard until it is closed or another view is shown. */
export function Receipt({ model }: { model: DashboardModel }) {
  const forgotten = model.forgetting.receipt.value;
  const removed = model.sites.removed.value;
  return (
    <div class="receipt" role="status" aria-live="polite">
      {(forgotten !== undefined || removed !== undefined) && (
        <div class="receipt__slip">
          <div class="receipt__words">
            {removed !== undefined && <p>{t('dashboard.sites.removed', { site: siteWords(removed) })}</p>}
            {forgotten !== undefined && <Forgotten receipt={forgotten} />}
          </div>
          <Button variant="quiet" icon="cross" iconOnly onClick={() => model.clearReceipts()}>
            {t('common.close')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** In one sentence what a learner would count, and on request every kind of thing that went. */
function Forgotten({ receipt: { kind, gone } }: { receipt: ForgettingReceipt }) {
  const kinds = KEPT_KINDS.filter((kept) => (gone[kept] ?? 0) > 0);
  const what = listCounts(gone);
  if (kinds.length === 0)
    return <p>{t(kind === 'everything' ? 'dashboard.forgot.everything-none' : 'dashboard.forgot.none')}</p>;
  return (
    <>
      <p>
        {what === ''
          ? t('dashboard.forgot.traces')
          : t(kind === 'everything' ? 'dashboard.forgot.everything' : 'dashboard.forgot.part', { what })}
      </p>
      <details class="receipt__all">
        <summary>{t('dashboard.forgot.all')}</summary>
        <ul class="receipt__kinds tabular">
          {kinds.map((kept) => (
            <li key={kept}>{countWords(kept, gone[kept] ?? 0)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
