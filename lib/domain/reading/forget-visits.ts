import type { EpochMs } from '../shared/clock';
import type { Occurrence, Page, Visit } from './model';

/** The visits of one page, parted by whether they are to be forgotten. */
export interface PartedVisits {
  readonly forgotten: readonly Visit[];
  readonly kept: readonly Visit[];
}

/** Whether any of a visit lies in the time from `from` until before `to`. */
export function touchesPeriod(
  { startedAt, lastSeenAt }: Pick<Visit, 'startedAt' | 'lastSeenAt'>,
  from: EpochMs,
  to: EpochMs,
): boolean {
  return startedAt < to && lastSeenAt >= from;
}

/**
 * The page as its other visits left it, and what the learner selected on it without a visit; absent when nothing of it is
 * left.
 *
 * @param left occurrences that stay, of this page and others
 */
export function pageWithout(
  page: Page,
  { forgotten, kept }: PartedVisits,
  left: readonly Occurrence[],
): Page | undefined {
  const own = left.filter(({ pageId }) => pageId === page.id);
  if (kept.length + own.length === 0) return undefined;
  const lost = forgotten.reduce((sum, { activeMs }) => sum + activeMs, 0);
  const seenAt = own.map(({ lastReadAt }) => lastReadAt);
  return {
    ...page,
    firstSeenAt: Math.min(...kept.map(({ startedAt }) => startedAt), ...seenAt),
    lastSeenAt: Math.max(...kept.map(({ lastSeenAt }) => lastSeenAt), ...seenAt),
    activeMs: Math.max(0, page.activeMs - lost),
    scrollShare: Math.max(0, ...kept.map(({ scrollShare }) => scrollShare)),
  };
}

/** A passage on the page as the other visits read it; absent when none of them did. */
export function occurrenceWithout(
  occurrence: Occurrence,
  { forgotten, kept }: PartedVisits,
): Occurrence | undefined {
  const dwellIn = ({ dwellByPassage }: Visit) => dwellByPassage[occurrence.passageId];
  const lost = forgotten.flatMap((visit) => dwellIn(visit) ?? []);
  if (lost.length === 0) return occurrence;
  const readings = kept.filter((visit) => dwellIn(visit) !== undefined);
  const [last] = readings.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt);
  if (last === undefined) return undefined;
  return {
    ...occurrence,
    dwellMs: readings.reduce((sum, visit) => sum + (dwellIn(visit) ?? 0), 0),
    readCount: readings.length,
    lastVisitId: last.id,
    lastReadAt: last.lastSeenAt,
    rereads: readings.reduce((sum, visit) => sum + (visit.rereadsByPassage[occurrence.passageId] ?? 0), 0),
  };
}
