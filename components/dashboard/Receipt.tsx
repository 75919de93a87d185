import './receipt.css';
import { listCounts } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { DeletionReceipt } from '@/lib/ui/dashboard/deletion-model';
import { t } from '@/lib/ui/i18n';
import { siteLabel } from '@/lib/ui/site-address';

/** What was just deleted or removed, to be seen and heard. */
export function Receipt({ model }: { model: DashboardModel }) {
  const receipt = model.deletion.receipt.value;
  const removed = model.sites.removed.value;
  return (
    <div role="status" aria-live="polite">
      {receipt !== undefined && <p class="receipt">{receiptWords(receipt)}</p>}
      {removed !== undefined && (
        <p class="receipt">{t('dashboard.sites.removed', { site: siteLabel(removed) })}</p>
      )}
    </div>
  );
}

function receiptWords({ kind, deleted }: DeletionReceipt): string {
  const what = listCounts(deleted);
  if (kind === 'everything') {
    return what === '' ? t('dashboard.deleted.everything-none') : t('dashboard.deleted.everything', { what });
  }
  return what === '' ? t('dashboard.deleted.none') : t('dashboard.deleted.part', { what });
}
