import './receipt.css';
import { Button } from '@/components/ui/Button';
import { listCounts } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { DeletionReceipt } from '@/lib/ui/dashboard/deletion-model';
import { t } from '@/lib/ui/i18n';
import { siteLabel } from '@/lib/ui/site-address';

/** What was just deleted or removed, to be seen and heard until it is closed or another view is shown. */
export function Receipt({ model }: { model: DashboardModel }) {
  const words = receiptWords(model);
  return (
    <div class="receipt" role="status" aria-live="polite">
      {words !== undefined && (
        <div class="receipt__slip">
          <p>{words}</p>
          <Button variant="quiet" icon="cross" iconOnly onClick={() => model.clearReceipts()}>
            {t('common.close')}
          </Button>
        </div>
      )}
    </div>
  );
}

function receiptWords({ deletion, sites }: DashboardModel): string | undefined {
  if (deletion.receipt.value !== undefined) return deletionWords(deletion.receipt.value);
  const site = sites.removed.value;
  return site === undefined ? undefined : t('dashboard.sites.removed', { site: siteLabel(site) });
}

function deletionWords({ kind, deleted }: DeletionReceipt): string {
  const what = listCounts(deleted);
  if (kind === 'everything') {
    return what === '' ? t('dashboard.deleted.everything-none') : t('dashboard.deleted.everything', { what });
  }
  return what === '' ? t('dashboard.deleted.none') : t('dashboard.deleted.part', { what });
}
