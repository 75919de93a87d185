/** A number of interests and how well the reading falls apart into as many, −1 to 1. */
export interface Candidate {
  readonly k: number;
  readonly score: number;
}

const MOST_INTERESTS = 24;
const FEWEST_PASSAGES_EACH = 5;
const PASSAGES_OF_A_SUBJECT = 50;

/** A gain in score below this is not worth another interest. */
const TOLERANCE = 0.04;

/** A change of the number has to gain this much, so that interests do not come and go with every article. */
const HYSTERESIS = 0.02;

/**
 * The largest number of interests worth trying: at most 24, five passages each, and one for each page, where a page
 * counts as several when it has more than fifty passages. So a single article is one interest, and a book is not.
 *
 * @param pageSizes passages of each page; when nothing is known of pages, they set no limit
 */
export function largestK(passageCount: number, pageSizes: readonly number[]): number {
  const subjects = pageSizes.reduce((sum, size) => sum + Math.ceil(size / PASSAGES_OF_A_SUBJECT), 0);
  const limits = [MOST_INTERESTS, Math.floor(passageCount / FEWEST_PASSAGES_EACH)];
  if (pageSizes.length > 0) limits.push(subjects);
  return Math.max(1, Math.min(...limits));
}

/**
 * Starts from the best score and takes away interests as long as the score stays close to it; so the fewest interests
 * that explain the reading about as well as any number does. The previous number stays when it is hardly worse.
 *
 * @param candidates by rising k, without gaps, at least one
 */
export function chooseK(candidates: readonly Candidate[], previousK?: number): number {
  const best = Math.max(...candidates.map(({ score }) => score));
  let at = candidates.findIndex(({ score }) => score === best);
  while ((candidates[at - 1]?.score ?? Number.NEGATIVE_INFINITY) >= best - TOLERANCE) at--;
  const chosen = candidates[at];
  const previous = candidates.find(({ k }) => k === previousK);
  if (previous && previous.score >= (chosen?.score ?? best) - HYSTERESIS) return previous.k;
  return chosen?.k ?? 1;
}
