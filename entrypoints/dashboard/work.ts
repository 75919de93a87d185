import { retryQuarantined } from '@/lib/app/retry-quarantined';
import { send } from '@/lib/messaging/bus';
import { createJobQueue } from '@/lib/storage/job-queue';
import type { StudyDb } from '@/lib/storage/study-db';
import type { WorkEnvironment } from '@/lib/ui/dashboard/given-up-model';

/** How far the work is, and taking up again what was given up. */
export function createWork(db: StudyDb, clock: () => number): WorkEnvironment {
  const queue = createJobQueue(db);
  return {
    progress: queue.progress,
    retry: () => retryQuarantined({ queue, announce: () => send('study.changed', null) }, clock()),
  };
}
