import type { SearchTerms } from './search-terms';
import { isUnspaced, type SearchToken, tokeniseForSearch } from './search-tokens';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of a passage that a question shares, as they are written there, each spelling once. Pairs of characters
 * that overlap are one stretch.
 */
export function matchedTerms(text: string, terms: SearchTerms): string[] {
  const stretches: Stretch[] = [];
  for (const { start, end } of matchesIn(text, terms)) {
    const last = stretches.at(-1);
    if (last && start < last.end)
      stretches.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) });
    else stretches.push({ start, end });
  }
  return [...new Set(stretches.map(({ start, end }) => text.slice(start, end)))];
}

function matchesIn(text: string, { keys, openKeys }: SearchTerms): Stretch[] {
  const wanted = new Set(keys);
  return tokeniseForSearch(text).flatMap((token) => {
    if (wanted.has(token.key)) return [token];
    const beginning = [...openKeys].find((open) => token.key.startsWith(open));
    return beginning === undefined ? [] : [beginningOf(token, beginning)];
  });
}

/** A word that goes on is a match as a whole; of a pair only the character that was looked for. */
function beginningOf({ key, start, end }: SearchToken, beginning: string): Stretch {
  return { start, end: isUnspaced(key) ? start + beginning.length : end };
}
