import type { RefusedReason } from '@/lib/domain/reading/capture-decision';
import type { VisitTotals } from '@/lib/domain/reading/merge-visit';
import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';
import type { ReadingSpeed } from '@/lib/domain/reading/reading-speed';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Result } from '@/lib/domain/shared/result';

/** A passage and where the page has it. */
export interface PreparedPassage
  extends Pick<
    Occurrence,
    'order' | 'headingPath' | 'anchor' | 'means' | 'requiredMs' | 'expectedMs' | 'filePage'
  > {
  readonly passage: Passage;
  /** The learner's time that it was given in this visit so far, in milliseconds. */
  readonly dwellMs: number;
  /** How often it came back into view in this visit after it had been read. */
  readonly rereads: number;
}

/** A capture with its ids, ready to be written in one transaction. */
export interface PreparedReading {
  readonly page: Pick<Page, 'id' | 'url' | 'origin' | 'title' | 'fileName' | 'lang'>;
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
   * `MAX_WAITING_JOBS` wait already, with `disk-full` when room on the disk is short. A passage that the learner deleted after this visit reported it stays deleted.
   */
  record(reading: PreparedReading): Promise<Result<ReadingReceipt, 'queue-full' | 'disk-full'>>;
  /** Notes in the capture log why a page was not read; saying the same again at once adds nothing. */
  noteRefusal(origin: string, reason: RefusedReason, at: EpochMs): Promise<void>;
  /** How fast the learner reads, from what was read of late; the average as long as too little was. */
  readingSpeed(): Promise<ReadingSpeed>;
}
