/** Share of the meaning in a mixed score; the rest is the words'. */
const MEANING_SHARE = 0.6;

/** Scores with mean 0 and standard deviation 1; all 0 when they do not differ. */
export function standardise(scores: readonly number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const deviation = Math.sqrt(variance);
  // Rounding leaves a trace of a deviation where there is none.
  return scores.map((score) => (deviation > 1e-9 ? (score - mean) / deviation : 0));
}

/**
 * Scores of two kinds made comparable and added up: how far each is from the mean of the candidates, in standard
 * deviations. Unlike ranks, this keeps how much better the best one is.
 *
 * @param meaning @param words of the same candidates in the same order; a meaning that is not known yet counts as the
 * mean of the others
 */
export function mixScores(meaning: readonly (number | undefined)[], words: readonly number[]): number[] {
  const known = meaning.filter((score) => score !== undefined);
  const standing = standardise(known).values();
  const rich = standardise(words);
  return meaning.map(
    (score, i) =>
      MEANING_SHARE * (score === undefined ? 0 : (standing.next().value ?? 0)) +
      (1 - MEANING_SHARE) * (rich[i] ?? 0),
  );
}
