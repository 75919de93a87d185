/** What of a text was found, as shares of all shingles on either side. */
export interface ShingleMatch {
  readonly both: number;
  readonly onlyFound: number;
  readonly onlyExpected: number;
}

export interface ExtractionScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const SHINGLE_WORDS = 4;
const WORD = /[\p{L}\p{N}_]+/gu;

/**
 * Compares two texts by their multisets of four words in a row, as the article extraction benchmark of Scrapinghub (2020)
 * does: words are runs of letters, digits and underscores, case counts, and a shorter text is one shingle.
 */
export function matchShingles(expected: string, found: string): ShingleMatch {
  const wanted = countShingles(expected);
  const given = countShingles(found);
  let both = 0;
  let onlyFound = 0;
  let onlyExpected = 0;
  for (const shingle of new Set([...wanted.keys(), ...given.keys()])) {
    const surplus = (given.get(shingle) ?? 0) - (wanted.get(shingle) ?? 0);
    both += Math.min(given.get(shingle) ?? 0, wanted.get(shingle) ?? 0);
    onlyFound += Math.max(surplus, 0);
    onlyExpected += Math.max(-surplus, 0);
  }
  const all = Math.max(both + onlyFound + onlyExpected, 1);
  return { both: both / all, onlyFound: onlyFound / all, onlyExpected: onlyExpected / all };
}

/**
 * Mean precision, mean recall, and the F1 of the two means. A page for which nothing was found has no precision and is
 * left out of that mean; one for which nothing was expected is left out of the other.
 */
export function scoreExtraction(matches: readonly ShingleMatch[]): ExtractionScore {
  const precision = mean(matches.map(({ both, onlyFound }) => both / (both + onlyFound)));
  const recall = mean(matches.map(({ both, onlyExpected }) => both / (both + onlyExpected)));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** F1 of one page; 1 when nothing was expected and nothing found. */
export function pageF1({ both, onlyFound, onlyExpected }: ShingleMatch): number {
  return onlyFound + onlyExpected === 0 ? 1 : (2 * both) / (2 * both + onlyFound + onlyExpected);
}

function countShingles(text: string): Map<string, number> {
  const words = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let start = 0; start < Math.max(1, words.length - SHINGLE_WORDS + 1); start += 1) {
    const shingle = words.slice(start, start + SHINGLE_WORDS).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function mean(values: readonly number[]): number {
  const defined = values.filter((value) => !Number.isNaN(value));
  return defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
