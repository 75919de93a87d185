import type { EpochMs } from '@/lib/domain/shared/clock';
import { releaseJobs } from './job-claims';
import { inState } from './job-index';
import type { StudyDb } from './study-db';

/** Gives back unharmed every job that somebody has taken. */
export function giveBackJobs(db: StudyDb, now: EpochMs): Promise<void> {
  return db.transaction('rw', db.jobs, async () => {
    const running = await inState(db, 'running').toArray();
    await releaseJobs(db, running, now);
  });
}
