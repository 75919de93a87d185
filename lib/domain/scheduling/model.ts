import type { EpochMs } from '../shared/clock';

export type Rating = 'again' | 'hard' | 'good' | 'easy';

export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

export type LearningPhase = 'new' | 'learning' | 'review' | 'relearning';

/** FSRS state of an exercise. Intervals in days, instants in milliseconds; a new exercise has stability 0. */
export interface MemoryState {
  readonly phase: LearningPhase;
  readonly dueAt: EpochMs;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningStep: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReviewAt?: EpochMs;
}

/** One answer. Rows are never removed by a review; an undo only marks `undoneAt`. */
export interface Review {
  /** Ascending number given by the database. */
  readonly seq: number;
  readonly exerciseId: string;
  readonly at: EpochMs;
  /** Local date (YYYY-MM-DD) of a day that starts at 04:00. */
  readonly studyDay: string;
  readonly rating: Rating;
  readonly format: 'cloze' | 'choice';
  readonly answer: string;
  readonly correct: boolean;
  readonly latencyMs: number;
  /** Probability of recall that FSRS predicted just before the answer, 0 to 1; absent for a new exercise. */
  readonly predictedRetrievability?: number;
  readonly before: MemoryState;
  readonly undoneAt?: EpochMs;
}
