import type { Occurrence, Page } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Result } from '@/lib/domain/shared/result';
import type { PreparedPassage } from './reading-store';

/** What the learner selected on a page, with its ids, ready to be written in one transaction. */
export interface PreparedSelection {
  readonly page: Pick<Page, 'id' | 'url' | 'origin' | 'title' | 'lang'>;
  readonly passages: readonly PreparedPassage[];
  readonly at: EpochMs;
}

/** What keeping a selection changed, so that it can be taken back. */
export interface SelectionReceipt {
  /** Passages that were not there before. */
  readonly added: readonly string[];
  /** Occurrences that were not there before, or were only read before, and now count as chosen. */
  readonly chosen: readonly Occurrence['id'][];
  /** Passages selected in all. */
  readonly selected: number;
}

export interface SelectionStore {
  /**
   * Writes page, passages, occurrences and jobs in one transaction. Selecting is not reading: no visit is written, and no
   * time or count of the page grows. Idempotent. Unlike what is read along, a passage that was deleted comes back, since it
   * is asked for. Writes nothing and fails with `queue-full` when a passage is new and `MAX_WAITING_JOBS` wait already,
   * with `disk-full` when room on the disk is short.
   */
  keep(selection: PreparedSelection): Promise<Result<SelectionReceipt, 'queue-full' | 'disk-full'>>;
}
