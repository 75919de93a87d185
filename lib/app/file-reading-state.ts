import { FILE_ORIGIN } from '@/lib/domain/reading/file-address';
import type { Settings } from './ports/settings';

/** Whether Gleaner reads along in files that the learner opens. */
export type FileReadingState = 'reading' | 'paused' | 'no-consent';

export function fileReadingState({ hasConsented, paused, pausedOrigins }: Settings): FileReadingState {
  if (!hasConsented) return 'no-consent';
  return paused || pausedOrigins.includes(FILE_ORIGIN) ? 'paused' : 'reading';
}

/** What to change so that files are, or are no longer, read along. Going on ends a pause of everything as well. */
export function pauseFiles({ pausedOrigins }: Settings, isPaused: boolean): Partial<Settings> {
  const others = pausedOrigins.filter((origin) => origin !== FILE_ORIGIN);
  return isPaused ? { pausedOrigins: [...others, FILE_ORIGIN] } : { paused: false, pausedOrigins: others };
}
