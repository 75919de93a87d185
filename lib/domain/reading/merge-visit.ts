import type { EpochMs } from '../shared/clock';
import type { Occurrence, Page, Visit } from './model';

/** Totals of one visit so far, as they were reported at an instant. */
export interface VisitTotals {
  readonly id: string;
  readonly activeMs: number;
  readonly scrollShare: number;
  readonly at: EpochMs;
}

/**
 * The functions below merge a report into a row. Reports carry totals of their visit, so a report that is repeated, late
 * or overtaken by another tab leaves the row as it would be without the accident.
 */
export function mergeVisit(
  known: Visit | undefined,
  pageId: string,
  totals: VisitTotals,
  dwellByPassage: Readonly<Record<string, number>>,
): Visit {
  return {
    id: totals.id,
    pageId,
    startedAt: Math.min(known?.startedAt ?? totals.at, totals.at),
    lastSeenAt: Math.max(known?.lastSeenAt ?? 0, totals.at),
    activeMs: Math.max(known?.activeMs ?? 0, totals.activeMs),
    scrollShare: Math.max(known?.scrollShare ?? 0, totals.scrollShare),
    readWords: known?.readWords ?? 0,
    readHanCharacters: known?.readHanCharacters ?? 0,
    dwellByPassage,
  };
}

/** Adds to a page the time by which its visit has grown. */
export function mergePage(
  known: Page | undefined,
  visit: Visit | undefined,
  reported: Pick<Page, 'id' | 'url' | 'origin' | 'title' | 'fileName' | 'lang'>,
  totals: VisitTotals,
): Page {
  return {
    ...reported,
    title: reported.title || known?.title || '',
    firstSeenAt: Math.min(known?.firstSeenAt ?? totals.at, totals.at),
    lastSeenAt: Math.max(known?.lastSeenAt ?? 0, totals.at),
    activeMs: (known?.activeMs ?? 0) + growth(visit?.activeMs, totals.activeMs),
    scrollShare: Math.max(known?.scrollShare ?? 0, totals.scrollShare),
  };
}

/**
 * Adds to an occurrence the dwell time by which its visit has grown.
 *
 * @param dwellBefore time in view that this visit reported for the passage before, in milliseconds; absent the first time
 */
export function mergeOccurrence(
  known: Occurrence | undefined,
  reported: Omit<Occurrence, 'readCount' | 'lastVisitId' | 'lastReadAt'>,
  dwellBefore: number | undefined,
  totals: VisitTotals,
): Occurrence {
  return {
    ...reported,
    dwellMs: (known?.dwellMs ?? 0) + growth(dwellBefore, reported.dwellMs),
    readCount: (known?.readCount ?? 0) + (dwellBefore === undefined ? 1 : 0),
    lastVisitId: totals.id,
    lastReadAt: Math.max(known?.lastReadAt ?? 0, totals.at),
  };
}

function growth(before: number | undefined, now: number): number {
  return Math.max(0, now - (before ?? 0));
}
