import type { Forgetting } from '@/lib/app/ports/erasure';
import type { Page } from '@/lib/domain/reading/model';
import { isOfSite } from '@/lib/domain/reading/site';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { voidWorkUnderWay } from '../job-queue';
import type { LearnerEvent, LoggedDecision } from '../schema';
import type { StudyDb } from '../study-db';
import type { Doomed } from './doomed';
import type { Tally } from './tally';

/** Takes work that waits for what goes, and makes void what is under way. */
export async function removeJobs(
  db: StudyDb,
  { passageIds, pageIds }: Doomed,
  now: EpochMs,
  tally: Tally,
): Promise<void> {
  const ids = [...passageIds.map((id) => `embed:${id}`), ...pageIds.map((id) => `analyse:${id}`)];
  tally.add('jobs', await db.jobs.where('id').anyOf(ids).delete());
  if (passageIds.length > 0) await voidWorkUnderWay(db, now);
}

/** Takes what the learner did to things that go, or in a time that goes. */
export async function removeEvents(
  db: StudyDb,
  what: Forgetting,
  refs: readonly string[],
  tally: Tally,
): Promise<void> {
  const gone = new Set(refs);
  const isGone = ({ ref, at }: LearnerEvent) => gone.has(ref) || isInPeriod(what, at);
  tally.add('events', await db.events.filter(isGone).delete());
}

/**
 * Takes decisions about the site or the time, and about sites of which no page is left.
 *
 * @param pages that went
 */
export async function removeDecisions(
  db: StudyDb,
  what: Forgetting,
  pages: readonly Page[],
  tally: Tally,
): Promise<void> {
  const emptied = new Set<string>();
  for (const { origin } of pages)
    if ((await db.pages.where('origin').equals(origin).count()) === 0) emptied.add(origin);
  const isGone = ({ origin, at }: LoggedDecision) =>
    emptied.has(origin) || isInPeriod(what, at) || (what.kind === 'site' && isOfSite(origin, what.site));
  tally.add('captureLog', await db.captureLog.filter(isGone).delete());
}

function isInPeriod(what: Forgetting, at: EpochMs): boolean {
  return what.kind === 'period' && at >= what.from && at < what.to;
}
