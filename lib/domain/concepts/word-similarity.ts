import { centre } from '../embedding/centring';
import { dot } from '../embedding/vector';
import type { Candidate } from './candidate';

/**
 * Makes the measure of how close in meaning a term is to the page: the mean over its words of
 * `cos(unit(word − centre), unit(page − centre))`. It stands in for encoding every candidate and costs a fraction of it.
 *
 * @param words raw query vectors of single lower-case words; a word without one does not count
 * @param page mean of the raw passage vectors of the page
 * @param center centre of the language, for words and page alike
 */
export function measureWordSimilarity(
  words: ReadonlyMap<string, Float32Array>,
  page: Float32Array,
  center: Float32Array,
): (candidate: Candidate) => number | undefined {
  const centredPage = centre(page, center);
  const cosines = new Map(
    [...words].map(([word, vector]) => [word, dot(centre(vector, center), centredPage)]),
  );
  return (candidate) => {
    const known = candidate.words.map((word) => cosines.get(word)).filter((cosine) => cosine !== undefined);
    if (known.length === 0) return undefined;
    return known.reduce((sum, cosine) => sum + cosine, 0) / known.length;
  };
}
