import type { Candidate } from './candidate';

export interface CandidateContext {
  /** Whether the term stands in the title of the page. */
  readonly inTitle: boolean;
  /** Mean centred cosine of the term's words to the page, −1 to 1; absent when no vectors are known. */
  readonly similarity: number | undefined;
}

/** Scores a candidate; only the order of the scores within one page means something. */
export type Formula = (candidate: Candidate, context: CandidateContext) => number;

const WEIGHTS = { wholeRun: 0.7, logFrequency: 1.6, logPosition: -0.2, similarity: 4.5, title: 1 } as const;
const BIAS = { withSimilarity: -4.9, withoutSimilarity: -4.2 } as const;

/**
 * Linear score for whole pages, the same for English and Chinese: often named, early, standing alone, and close in meaning
 * to the page. Weights were fitted on Wikipedia articles in both languages and English page titles; a page too short to
 * name anything twice is ordered by the other terms alone.
 */
export const scoreOnPage: Formula = (candidate, { inTitle, similarity }) => {
  const base =
    WEIGHTS.wholeRun * Number(candidate.isWholeRun) +
    WEIGHTS.logFrequency * Math.log(candidate.spans.length) +
    WEIGHTS.logPosition * Math.log1p(candidate.firstPosition) +
    WEIGHTS.title * Number(inTitle);
  if (similarity === undefined) return base + BIAS.withoutSimilarity;
  return base + WEIGHTS.similarity * similarity + BIAS.withSimilarity;
};
