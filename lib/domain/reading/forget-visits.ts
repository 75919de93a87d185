import type { EpochMs } from '../shared/clock';
import type { Occurrence, Page, Visit } from './model';

/** The visits of one page, parted by whether they are to be forgotten. */
export interface PartedVisits {
  readonly forgotten: readonly Visit[];
  readonly kept: readonly Visit[];
}

/** The time from `from` until before `to`. */
export interface Period {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Whether any of a visit lies in a period. */
export function touchesPeriod(
  { startedAt, lastSeenAt }: Pick<Visit, 'startedAt' | 'lastSeenAt'>,
  { from, to }: Period,
): boolean {
  return startedAt < to && lastSeenAt >= from;
}

/** Whether an instant lies in a period. */
export function isWithin(at: EpochMs, { from, to }: Period): boolean {
  return at >= from && at < to;
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
  const seenAt = own.flatMap(({ lastReadAt, selectedAt = lastReadAt }) => [lastReadAt, selectedAt]);
  return {
    ...page,
    firstSeenAt: Math.min(...kept.map(({ startedAt }) => startedAt), ...seenAt),
    lastSeenAt: Math.max(...kept.map(({ lastSeenAt }) => lastSeenAt), ...seenAt),
    activeMs: Math.max(0, page.activeMs - lost),
    scrollShare: Math.max(0, ...kept.map(({ scrollShare }) => scrollShare)),
  };
}

/**
 * A passage on the page as it was read or chosen at other times; absent when it was not. A passage that no visit speaks of
 * was read when it says itself.
 */
export function occurrenceWithout(
  occurrence: Occurrence,
  visits: PartedVisits,
  period: Period,
): Occurrence | undefined {
  const read = readingWithout(occurrence, visits, period);
  const { selectedAt } = occurrence;
  if (selectedAt === undefined) return read;
  if (isWithin(selectedAt, period)) return read && asOnlyRead(read);
  return read ?? { ...occurrence, ...UNREAD, lastReadAt: selectedAt };
}

/** A passage as if the learner had never chosen it. */
export function asOnlyRead({ selectedAt: _, ...occurrence }: Occurrence): Occurrence {
  return { ...occurrence, means: 'read' };
}

const UNREAD = { dwellMs: 0, expectedMs: 0, rereads: 0, readCount: 0, lastVisitId: '' } as const;

function readingWithout(
  occurrence: Occurrence,
  { forgotten, kept }: PartedVisits,
  period: Period,
): Occurrence | undefined {
  const dwellIn = ({ dwellByPassage }: Visit) => dwellByPassage[occurrence.passageId];
  const isLost = forgotten.some((visit) => dwellIn(visit) !== undefined);
  const readings = kept.filter((visit) => dwellIn(visit) !== undefined);
  if (!isLost && (readings.length > 0 || !isWithin(occurrence.lastReadAt, period))) return occurrence;
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
