import type { Exercise } from '@/lib/domain/exercises/model';
import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';
import type { MemoryState, Review } from '@/lib/domain/scheduling/model';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** An exercise with what the card shows around it. */
export interface ReviewCard {
  readonly exercise: Exercise;
  readonly passage: Pick<Passage, 'id' | 'text' | 'lang' | 'interestId'>;
  readonly page: Pick<Page, 'id' | 'url' | 'title' | 'lastSeenAt'>;
  readonly occurrence: Pick<Occurrence, 'anchor' | 'headingPath' | 'lastReadAt'>;
  readonly interestLabels: Partial<Record<'en' | 'zh', string>>;
}

export interface ReviewWrite {
  readonly review: Omit<Review, 'seq'>;
  readonly after: MemoryState;
}

export type ReviewWriteError = 'exercise-gone' | 'already-reviewed';

export interface ReviewStore {
  /** Due exercises (not new), most overdue first. */
  due(now: EpochMs, limit: number): Promise<Exercise[]>;
  /** Never asked exercises, oldest first. */
  fresh(limit: number): Promise<Exercise[]>;
  countDue(now: EpochMs): Promise<number>;
  /** New exercises first asked on that study day, undone answers not counted. */
  countFreshAsked(studyDay: string): Promise<number>;
  /** Earliest due instant after `now`. */
  nextDueAt(now: EpochMs): Promise<EpochMs | undefined>;
  cards(exerciseIds: readonly string[]): Promise<ReviewCard[]>;
  /**
   * Adds the review row and writes the new memory state in one transaction, only while the stored memory equals
   * `review.before`: an answer given twice counts once.
   */
  write(write: ReviewWrite): Promise<{ ok: true; seq: number } | { ok: false; error: ReviewWriteError }>;
  /** Marks the newest review at or after `since` that is not undone and restores its `before`; absent when there is none. */
  undoLatest(since: EpochMs, now: EpochMs): Promise<Review | undefined>;
}
