import type { TokenBatch } from './encoder-runtime';

/** Computed tokens of a batch, padding included: larger ones gain nothing and cost memory. */
export const MAX_BATCH_TOKENS = 512;

/**
 * Shortest text of a batch as a share of its longest. A larger batch is some ten per cent faster a token, so it must not
 * pad more than that.
 */
const LEAST_FILL = 0.9;

/**
 * Groups texts into batches of about equal length, since padding is computed in full.
 *
 * @param lengths tokens of each text
 * @returns indices into `lengths`, shortest texts first; a text longer than the budget has a batch to itself
 */
export function planBatches(lengths: readonly number[], budget = MAX_BATCH_TOKENS): number[][] {
  const byLength = lengths
    .map((_, index) => index)
    .sort((a, b) => lengthAt(lengths, a) - lengthAt(lengths, b));
  const batches: number[][] = [];
  let open: number[] = [];
  for (const index of byLength) {
    // In ascending order the first text of a batch is its shortest and the newest its longest, which sets the width.
    const width = lengthAt(lengths, index);
    const shortest = lengthAt(lengths, open[0] ?? index);
    if (open.length > 0 && ((open.length + 1) * width > budget || shortest < LEAST_FILL * width)) {
      batches.push(open);
      open = [];
    }
    open.push(index);
  }
  return open.length > 0 ? [...batches, open] : batches;
}

/** Pads the token lists to one width. */
export function padTokens(texts: readonly (readonly number[])[], padId: number): TokenBatch {
  const rows = texts.length;
  const width = Math.max(0, ...texts.map((tokens) => tokens.length));
  const ids = new BigInt64Array(rows * width).fill(BigInt(padId));
  const mask = new BigInt64Array(rows * width);
  texts.forEach((tokens, row) => {
    tokens.forEach((token, column) => {
      ids[row * width + column] = BigInt(token);
    });
    mask.fill(1n, row * width, row * width + tokens.length);
  });
  return { ids, mask, rows, width };
}

/** Cuts a token list to `limit`, keeping the end mark that the model expects. */
export function cutTokens(tokens: readonly number[], limit: number): readonly number[] {
  return tokens.length <= limit ? tokens : [...tokens.slice(0, limit - 1), ...tokens.slice(-1)];
}

function lengthAt(lengths: readonly number[], index: number): number {
  return lengths[index] ?? 0;
}
