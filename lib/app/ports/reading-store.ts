import type { Occurrence, Page, Passage, Visit } from '@/lib/domain/reading/model';

/** A capture with its ids, ready to be written in one transaction. */
export interface PreparedReading {
  readonly page: Page;
  readonly visit: Visit;
  readonly passages: readonly { readonly passage: Passage; readonly occurrence: Occurrence }[];
}

export interface ReadingReceipt {
  readonly newPassages: number;
  readonly knownPassages: number;
}

export interface ReadingStore {
  /**
   * Writes page, visit, passages, occurrences and embed jobs in one transaction. Idempotent: the same reading twice is
   * the same rows; times of a visit only grow. Fails with code `queue-full` when `MAX_WAITING_JOBS` is reached.
   */
  record(reading: PreparedReading): Promise<ReadingReceipt>;
}
