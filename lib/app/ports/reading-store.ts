import type { VisitTotals } from '@/lib/domain/reading/merge-visit';
import type { Page, Passage, QuoteAnchor } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Result } from '@/lib/domain/shared/result';

/** A passage and where the page has it. */
export interface PreparedPassage {
  readonly passage: Passage;
  readonly order: number;
  readonly headingPath: readonly string[];
  readonly anchor: QuoteAnchor;
  /** Time in view in this visit so far, in milliseconds. */
  readonly dwellMs: number;
}

/** A capture with its ids, ready to be written in one transaction. */
export interface PreparedReading {
  readonly page: Pick<Page, 'id' | 'url' | 'origin' | 'title' | 'lang'>;
  readonly totals: VisitTotals;
  readonly passages: readonly PreparedPassage[];
}

export interface ReadingReceipt {
  readonly newPassages: number;
  readonly knownPassages: number;
}

export interface ReadingStore {
  /**
   * Writes page, visit, passages, occurrences and jobs in one transaction. Idempotent: the same reading twice, in any
   * order, is the same rows; times only grow. Writes nothing and fails with `queue-full` when a passage is new and
   * `MAX_WAITING_JOBS` wait already. A passage that the learner deleted after this visit reported it stays deleted.
   */
  record(reading: PreparedReading): Promise<Result<ReadingReceipt, 'queue-full'>>;
  /** Notes in the capture log why a page was not read; saying the same again at once adds nothing. */
  noteRefusal(origin: string, reason: string, at: EpochMs): Promise<void>;
}
