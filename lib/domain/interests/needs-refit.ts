import type { Interest } from './model';

/** Fewer passages than this say too little to speak of interests. */
export const FEWEST_PASSAGES = 6;

const FEWEST_CHANGED_PASSAGES = 8;
const CHANGED_SHARE = 0.2;

/**
 * Whether the interests should be fitted again: none exist although there is enough to read, one of them could not be
 * named yet, or the number of passages has changed by a fifth and by eight.
 *
 * @param passageCount passages that have a vector now
 * @param fittedCount passages that had one at the last fit; absent before the first
 */
export function needsRefit(
  passageCount: number,
  fittedCount: number | undefined,
  interests: readonly Interest[],
): boolean {
  if (passageCount < FEWEST_PASSAGES) return false;
  if (fittedCount === undefined || interests.length === 0) return passageCount !== fittedCount;
  if (interests.some(({ labels }) => Object.keys(labels).length === 0)) return true;
  const changed = Math.abs(passageCount - fittedCount);
  return changed >= Math.max(FEWEST_CHANGED_PASSAGES, CHANGED_SHARE * fittedCount);
}
