import './disk-notice.css';
import { Notice } from '@/components/popup/Notice';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { t } from '@/lib/ui/i18n';
import { diskTrouble } from '@/lib/ui/study-trouble';

/** Above every view as long as the disk has too little room, which concerns all that is kept. */
export function DiskNotice({ model }: { model: DashboardModel }) {
  const trouble = diskTrouble(model.room.value);
  return (
    <div class="disk-notice" aria-live="polite">
      {trouble !== undefined && <Notice>{t(`common.engine.${trouble}`)}</Notice>}
    </div>
  );
}
