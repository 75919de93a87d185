import { restartReaders } from '@/lib/app/keep-readers-in-step';
import { keepStudyInStep } from '@/lib/app/keep-study-in-step';
import { handle } from '@/lib/messaging/bus';
import { DONE } from '@/lib/messaging/protocol';
import { onStudyAlarm } from '@/lib/platform/alarms';
import type { BackgroundParts } from './parts';

/** Changes of what there is to learn, and the time at which something becomes due. */
export function listenToStudy({ reading, study, refreshStudy, tryAgain }: BackgroundParts): void {
  handle('study.changed', () => keepStudyInStep(study).then(() => DONE));
  handle('study.try-again', tryAgain);
  handle('study.erased', beginAnew);
  onStudyAlarm(refreshStudy);

  /** What readers have not handed in yet would bring back what was forgotten. */
  async function beginAnew() {
    await Promise.all([keepStudyInStep(study), restartReaders(reading)]);
    return DONE;
  }
}
