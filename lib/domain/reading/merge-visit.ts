import type { EpochMs } from '../shared/clock';
import type { CaptureMeans, Occurrence, Page, Passage, Visit } from './model';
import { type ReadingAmount, readingAmount } from './reading-amount';

const NOTHING: ReadingAmount = { words: 0, hanCharacters: 0 };

/** Totals of one visit so far, as they were reported at an instant. */
export interface VisitTotals {
  readonly id: string;
  readonly activeMs: number;
  readonly scrollShare: number;
  readonly at: EpochMs;
}

/** What a visit says of one passage: totals of the visit so far. */
export interface PassageInVisit {
  readonly passage: Pick<Passage, 'id' | 'text' | 'kind'>;
  readonly means: CaptureMeans;
  readonly dwellMs: number;
  readonly rereads: number;
}

/**
 * The functions below merge a report into a row. Reports carry totals of their visit, so a report that is repeated, late
 * or overtaken by another tab leaves the row as it would be without the accident.
 */
export function mergeVisit(
  known: Visit | undefined,
  pageId: string,
  totals: VisitTotals,
  passages: readonly PassageInVisit[],
): Visit {
  const start: Visit = {
    id: totals.id,
    pageId,
    startedAt: Math.min(known?.startedAt ?? totals.at, totals.at),
    lastSeenAt: Math.max(known?.lastSeenAt ?? 0, totals.at),
    activeMs: Math.max(known?.activeMs ?? 0, totals.activeMs),
    scrollShare: Math.max(known?.scrollShare ?? 0, totals.scrollShare),
    readWords: known?.readWords ?? 0,
    readHanCharacters: known?.readHanCharacters ?? 0,
    dwellByPassage: known?.dwellByPassage ?? {},
    rereadsByPassage: known?.rereadsByPassage ?? {},
  };
  return passages.reduce(addPassage, start);
}

function addPassage(
  visit: Visit,
  { passage: { id, text, kind }, means, dwellMs, rereads }: PassageInVisit,
): Visit {
  const dwellBefore = visit.dwellByPassage[id];
  const isNew = means === 'read' && dwellBefore === undefined;
  const amount = isNew ? readingAmount(text, kind) : NOTHING;
  const rereadsSoFar = Math.max(visit.rereadsByPassage[id] ?? 0, rereads);
  return {
    ...visit,
    readWords: visit.readWords + amount.words,
    readHanCharacters: visit.readHanCharacters + amount.hanCharacters,
    dwellByPassage: { ...visit.dwellByPassage, [id]: Math.max(dwellBefore ?? 0, dwellMs) },
    rereadsByPassage: {
      ...visit.rereadsByPassage,
      ...(rereadsSoFar > 0 && { [id]: rereadsSoFar }),
    },
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
 * Adds to an occurrence the time and the re-readings by which its visit has grown. How it came to be kept stays as it was.
 *
 * @param visit what was known of the visit before this report
 */
export function mergeOccurrence(
  known: Occurrence | undefined,
  visit: Visit | undefined,
  reported: Omit<Occurrence, 'readCount' | 'lastVisitId' | 'lastReadAt'>,
  totals: VisitTotals,
): Occurrence {
  const { passageId } = reported;
  const dwellBefore = visit?.dwellByPassage[passageId];
  return {
    ...reported,
    means: known?.means ?? reported.means,
    ...(known?.selectedAt !== undefined && { selectedAt: known.selectedAt }),
    requiredMs: known?.requiredMs ?? reported.requiredMs,
    expectedMs: reported.expectedMs || (known?.expectedMs ?? 0),
    dwellMs: (known?.dwellMs ?? 0) + growth(dwellBefore, reported.dwellMs),
    rereads: (known?.rereads ?? 0) + growth(visit?.rereadsByPassage[passageId], reported.rereads),
    readCount: (known?.readCount ?? 0) + (dwellBefore === undefined ? 1 : 0),
    lastVisitId: totals.id,
    lastReadAt: Math.max(known?.lastReadAt ?? 0, totals.at),
  };
}

function growth(before: number | undefined, now: number): number {
  return Math.max(0, now - (before ?? 0));
}
