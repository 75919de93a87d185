import type { Tagger } from '../text/token';
import type { Candidate, CandidateRules } from './candidate';
import { findCandidates } from './find-candidates';

/** In how many texts of the learner's other reading each term and each word of a term stands. */
export interface Background {
  readonly textCount: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

export const NO_BACKGROUND: Background = { textCount: 0, terms: new Map(), words: new Map() };

/** Counts the candidate terms of texts of one language. A dozen texts already tell common words from rare ones. */
export function countBackground(texts: readonly string[], tagger: Tagger, rules: CandidateRules): Background {
  const terms = new Map<string, number>();
  const words = new Map<string, number>();
  for (const text of texts) {
    const candidates = findCandidates([{ id: '', text }], tagger, rules);
    for (const { key } of candidates) increment(terms, key);
    for (const word of new Set(candidates.flatMap((candidate) => candidate.words))) increment(words, word);
  }
  return { textCount: texts.length, terms, words };
}

/**
 * Rarity of a term and the summed rarity of its words, each `ln((N + 1) / (df + 0.5)) / ln(N + 1)`, about 1 for what
 * stands in this text only and 0 for what stands in all; this text counts as one of the N and of the df.
 */
export function measureRarity(
  { key, words }: Candidate,
  background: Background,
): { term: number; words: number } {
  const texts = background.textCount + 1;
  const rarity = (others: number | undefined) =>
    Math.log((texts + 1) / ((others ?? 0) + 1.5)) / Math.log(texts + 1);
  return {
    term: rarity(background.terms.get(key)),
    words: words.reduce((sum, word) => sum + rarity(background.words.get(word)), 0),
  };
}

function increment(counts: Map<string, number>, item: string): void {
  counts.set(item, (counts.get(item) ?? 0) + 1);
}
