import './progress-bar.css';

export interface ProgressBarProps {
  /** Accessible name: what is in progress. */
  label: string;
  /** Absent while nobody knows how far it is. */
  value?: number;
  max?: number;
}

export function ProgressBar({ label, value, max = 1 }: ProgressBarProps) {
  return <progress class="progress-bar" aria-label={label} value={value} max={Math.max(1, max)} />;
}
