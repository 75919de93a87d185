import type { EpochMs } from '../shared/clock';

/** Narrows a search; what is absent does not narrow it. */
export interface SearchFilters {
  /** Scheme and host; `pdf:` for files. */
  readonly site?: string;
  readonly interestId?: string;
  /** Read last at this instant or later. */
  readonly from?: EpochMs;
  /** Read last before this instant. */
  readonly until?: EpochMs;
}

export interface SearchRequest {
  readonly text: string;
  readonly filters: SearchFilters;
  /** Hits wanted at most. */
  readonly limit: number;
}

export interface SearchHit {
  readonly passageId: string;
  /** Standardised scores of meaning and words, mixed; comparable within one answer only. */
  readonly score: number;
  /** Words of the passage that the question shares, as they are written there; empty when only the meaning is close. */
  readonly terms: readonly string[];
}

/** Whether meaning was searched too, or words only. */
export type SearchTier = 'hybrid' | 'lexical';

/** Why only words were searched: `starting` passes by itself. */
export type LexicalReason = 'starting' | 'model-missing' | 'model-altered' | 'engine-failed';

export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  readonly tier: SearchTier;
  /** Present when `tier` is `lexical`. */
  readonly reason?: LexicalReason;
}
