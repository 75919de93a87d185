import type { TaggedToken } from '../text/token';

/** What makes a candidate term in one language. A unit is a tagged word, or several that belong together. */
export interface CandidateRules {
  /** Joins tokens that are one word for a reader (open-source, GPT-4o). */
  readonly joinTokens: (text: string, tokens: readonly TaggedToken[]) => TaggedToken[];
  /** Whether two neighbouring units with this text between them may stand in one term. */
  readonly mayTouch: (between: string) => boolean;
  /** Whether the unit may stand anywhere in a term. */
  readonly isTermUnit: (unit: TaggedToken) => boolean;
  /** Whether neighbouring term units, one to `MAX_UNITS`, are a term. */
  readonly isTerm: (units: readonly TaggedToken[], surface: string) => boolean;
  readonly keyOf: (units: readonly TaggedToken[], surface: string) => string;
  readonly labelOf: (surface: string) => string;
}

export const MAX_UNITS = 5;

export interface TermSpan {
  readonly passageId: string;
  readonly start: number;
  readonly end: number;
}

/** A term that a page might be about, with everything that scoring and choosing look at. */
export interface Candidate {
  readonly key: string;
  /** Its units in lower case, for word vectors. */
  readonly words: readonly string[];
  /** Tags of its units at the first occurrence. */
  readonly tags: readonly string[];
  readonly label: string;
  readonly forms: readonly string[];
  readonly spans: readonly TermSpan[];
  /** Index, among all units of the page, of the first occurrence. */
  readonly firstPosition: number;
  /** The text of the first occurrence. */
  readonly firstForm: string;
  /** Whether some occurrence is a whole run of term units, not a part of one. */
  readonly isWholeRun: boolean;
  /** Whether some occurrence stands before punctuation or the end of the text. */
  readonly endsClause: boolean;
  /** Whether some occurrence stands after an article, a preposition or a verb. */
  readonly followsGrammar: boolean;
  /** The smaller of the entropies (natural logarithm) of the words before and after its occurrences. */
  readonly branching: number;
}
