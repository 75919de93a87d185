import './round-progress.css';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { t } from '@/lib/ui/i18n';

/** Median time of a question with its rating, for a rough forecast in minutes. */
const MINUTES_PER_QUESTION = 0.5;

interface RoundProgressProps {
  /** From 1. */
  position: number;
  total: number;
}

export function RoundProgress({ position, total }: RoundProgressProps) {
  const minutes = Math.max(1, Math.round((total - position + 1) * MINUTES_PER_QUESTION));
  return (
    <div class="round-progress">
      <ProgressBar label={t('popup.progress.label', { position, total })} value={position - 1} max={total} />
      <p class="round-progress__words tabular">
        <span>{t('popup.progress', { position, total })}</span>
        <span>{t('popup.progress.time', { count: minutes })}</span>
      </p>
    </div>
  );
}
