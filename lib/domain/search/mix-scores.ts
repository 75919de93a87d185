/** Share of the meaning in a mixed score; the rest is the words'. */
const MEANING_SHARE = 0.6;

/**
 * How far each score is from the mean of all, in standard deviations; 0 when they do not differ.
 *
 * @param leastDeviation scores that differ less than this are not stretched further
 */
export function standardise(scores: readonly number[], leastDeviation = 0): number[] {
  const { mean, deviation } = momentsOf(scores);
  // Rounding leaves a trace of a deviation where there is none.
  const unit = Math.max(leastDeviation, deviation, 1e-9);
  return scores.map((score) => (score - mean) / unit);
}

/** Scores with the mean and the standard deviation of others, in the order that they have. */
export function rescale(scores: readonly number[], others: readonly number[]): number[] {
  const { mean, deviation } = momentsOf(others);
  return standardise(scores).map((score) => mean + deviation * score);
}

function momentsOf(scores: readonly number[]): { mean: number; deviation: number } {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/**
 * Scores of two kinds made comparable and added up. Unlike ranks, standard scores keep how much better the best one is.
 * Where passages hardly share a word with the question, as in another language, the one that does by chance must not win
 * over meaning: so the words' scores are measured by at least a part of what a passage with all the words would have.
 *
 * @param meaning of the candidates; one that is not known yet counts as the mean of the others
 * @param words of the same candidates in the same order
 * @param leastDeviation of the words
 */
export function mixScores(
  meaning: readonly (number | undefined)[],
  words: readonly number[],
  leastDeviation: number,
): number[] {
  const near = standardise(meaning.filter((score) => score !== undefined)).values();
  const rich = standardise(words, leastDeviation);
  return meaning.map((score, i) => {
    const standing = score === undefined ? 0 : (near.next().value ?? 0);
    return MEANING_SHARE * standing + (1 - MEANING_SHARE) * (rich[i] ?? 0);
  });
}
