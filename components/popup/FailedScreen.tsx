import './failed-screen.css';
import { EmptyState } from '@/components/ui/EmptyState';
import { t } from '@/lib/ui/i18n';

/** The database does not open. `reason` is the name of an error, never the learner's text. */
export function FailedScreen({ reason }: { reason: string }) {
  return (
    <EmptyState title={t('popup.failed.title')} mark="off">
      <p>{t('popup.failed.text')}</p>
      <p class="failed-screen__reason">{t('popup.failed.reason', { reason })}</p>
    </EmptyState>
  );
}
