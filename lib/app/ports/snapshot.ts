import type { GivenAnswer } from '@/lib/app/submit-review';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { SourceExcerpt } from '@/lib/domain/reading/source-excerpt';
import type { Rating } from '@/lib/domain/scheduling/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language } from '@/lib/domain/text/language';

/** An exercise with all that its card shows, small enough to be kept outside the database. */
export interface QuestionCard {
  readonly exercise: Exercise;
  readonly excerpt: SourceExcerpt;
  readonly page: { readonly url: string; readonly title: string };
  readonly lastReadAt: EpochMs;
  readonly interestLabels: Partial<Record<Language, string>>;
  /** Predicted probability of recall when the card was prepared, 0 to 1; absent for a new exercise. */
  readonly recall?: number;
}

/** What the learner has done with the card in view so far. */
export interface Draft {
  readonly exerciseId: string;
  /** As typed, or the chosen option. */
  readonly answer: string;
  readonly phase: 'asking' | 'answered';
  /** The answer was nearly right and may be given once more. */
  readonly secondTry: boolean;
  /** Time that the question was in view without an answer, in milliseconds. */
  readonly spentMs: number;
}

export interface GradedStep {
  readonly kind: 'graded';
  readonly exerciseId: string;
  readonly rating: Rating;
  readonly correct: boolean;
  readonly answer: string;
  readonly key: string;
  readonly lang: Language;
}

export interface SkippedStep {
  readonly kind: 'skipped';
  readonly exerciseId: string;
}

export type SessionStep = GradedStep | SkippedStep;

/** A round of questions: those at `position` and after are still to come. */
export interface StudySession {
  readonly studyDay: string;
  readonly startedAt: EpochMs;
  readonly exerciseIds: readonly string[];
  readonly position: number;
  /** What was done so far, in order, so that it can be undone and summed up. */
  readonly steps: readonly SessionStep[];
}

/** All that a popup must not lose when it dies: written in one piece, so that no part is ahead of another. */
export interface StudyProgress {
  readonly session?: StudySession;
  readonly draft?: Draft;
  /** Answers given and not yet known to be in the database. */
  readonly unsaved: readonly GivenAnswer[];
}

export const SNAPSHOT_CARDS = 5;

/** Synchronous memory of the surfaces: read before the first paint, written at every key stroke. */
export interface SnapshotStore {
  /** Empty when nothing, or nothing valid, is stored. */
  readProgress(): StudyProgress;
  writeProgress(progress: StudyProgress): void;
  /** The next cards of the session, at most `SNAPSHOT_CARDS`. */
  readCards(): QuestionCard[];
  writeCards(cards: readonly QuestionCard[]): void;
  /**
   * Notes that what is stored may show what is being forgotten. From then on it reads as empty, but for the answers that
   * wait to be stored, until it is cleared or written anew.
   */
  distrust(): void;
  isTrusted(): boolean;
  clear(): void;
}
