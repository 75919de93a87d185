import { retryQuarantined } from '@/lib/app/retry-quarantined';
import { send } from '@/lib/messaging/bus';
import { createJobQueue } from '@/lib/storage/job-queue';
import type { StudyDb } from '@/lib/storage/study-db';
import type { WorkEnvironment } from '@/lib/ui/dashboard/given-up-model';

/** How far the work is, and taking up again what was given up. */
export function createWork(db: StudyDb, clock: () => number): WorkEnvironment {
  const queue = createJobQueue(db);
  const announce = async () => {
    await send('study.changed', null);
    // What made the work fail may have made the engine pause.
    await send('study.try-again', null);
  };
  return {
    progress: queue.progress,
    retry: () => retryQuarantined({ queue, announce }, clock()),
    tryAgain: () => void send('study.try-again', null),
  };
}
