import type { MemoryState } from '../scheduling/model';
import type { EpochMs } from '../shared/clock';
import type { Language } from '../text/language';

export type ExerciseKind = 'cloze' | 'choice';

/** The sentence that an exercise was made from; offsets are UTF-16 units of the passage text. */
export interface SourceQuote {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** The stem is the source sentence with its key taken out: `before + key + after` restores it. */
export interface Stem {
  readonly before: string;
  readonly after: string;
}

/** Terms of the decision to keep the exercise, each named, for "why this exercise". */
export type QualityTerms = Readonly<Record<string, number>>;

/** What `submitReview` needs to know of an exercise that the learner marked or that lost its passage. */
export type ExerciseStatus = 'active' | 'suspended';

export interface Exercise {
  /** SHA-256 of passage id, kind, stem and key: writing an exercise twice stores it once. */
  readonly id: string;
  readonly kind: ExerciseKind;
  readonly lang: Language;
  readonly passageId: string;
  /** Absent when the key is not a known concept (a number, a date). */
  readonly conceptId?: string;
  readonly stem: Stem;
  readonly key: string;
  /** Answers counted as right besides the key. */
  readonly accepted: readonly string[];
  /** Wrong options of a choice, 2 or 3; empty for a cloze. */
  readonly distractors: readonly string[];
  readonly source: SourceQuote;
  readonly quality: QualityTerms;
  readonly status: ExerciseStatus;
  readonly createdAt: EpochMs;
  readonly memory: MemoryState;
}
