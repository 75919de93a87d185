import { learnerSpeed } from '@/lib/domain/reading/learner-speed';
import type { ReadingSpeed } from '@/lib/domain/reading/reading-speed';
import type { StudyDb } from './study-db';

/** Visits looked at, newest first: enough for a median in two languages, few enough for every page that is opened. */
const RECENT_VISITS = 300;

/** How fast the learner has read of late. */
export async function readingSpeed(db: StudyDb): Promise<ReadingSpeed> {
  return learnerSpeed(await db.visits.orderBy('startedAt').reverse().limit(RECENT_VISITS).toArray());
}
