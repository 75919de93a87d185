import type { SearchTerms } from './search-terms';
import { tokeniseForSearch } from './search-tokens';

/**
 * The stretches of a passage that a question shares, as they are written there, each spelling once. Pairs of characters
 * that overlap are one stretch.
 */
export function matchedTerms(text: string, { keys, openKeys }: SearchTerms): string[] {
  const wanted = new Set(keys);
  const isMatch = (key: string) =>
    wanted.has(key) || [...openKeys].some((beginning) => key.startsWith(beginning));
  const stretches: { start: number; end: number }[] = [];
  for (const { key, start, end } of tokeniseForSearch(text)) {
    if (!isMatch(key)) continue;
    const last = stretches.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return [...new Set(stretches.map(({ start, end }) => text.slice(start, end)))];
}
