import type { Stretch } from './examine-places';
import { matchingForms } from './matching-tokens';

/** The words before and after a text, in reading order. */
export interface QuoteContext {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Words on each side that count; more would reach into paragraphs that may have moved. */
const CONTEXT_WORDS = 6;

/** Contexts are cut to a number of characters, so their outermost word may be a part of one and does not count. */
export function quoteContext(prefix: string, suffix: string): QuoteContext {
  const before = matchingForms(prefix);
  const after = matchingForms(suffix);
  return {
    before: before.slice(Math.max(before.length > 2 ? 1 : 0, before.length - CONTEXT_WORDS)),
    after: after.slice(0, Math.min(after.length > 2 ? after.length - 1 : after.length, CONTEXT_WORDS)),
  };
}

/** Share of the words around a text that still stand around a place, 0 to 1; 0 when nothing is known of them. */
export function contextFit(
  { before, after }: QuoteContext,
  page: readonly string[],
  { start, end }: Stretch,
): number {
  const reach = 2 * CONTEXT_WORDS;
  const found =
    commonLength(before, page.slice(Math.max(0, start - reach), start)) +
    commonLength(after, page.slice(end, end + reach));
  return found / Math.max(before.length + after.length, 1);
}

/** Whether a place is what stood before or after the text, not the text itself: it ends or begins with those words. */
export function isNeighbour(
  { before, after }: QuoteContext,
  page: readonly string[],
  { start, end }: Stretch,
): boolean {
  return (
    (before.length > 0 && before.every((form, index) => form === page[end - before.length + index])) ||
    (after.length > 0 && after.every((form, index) => form === page[start + index]))
  );
}

/** Length of the longest common subsequence. */
function commonLength(wanted: readonly string[], stretch: readonly string[]): number {
  let above = new Array<number>(stretch.length + 1).fill(0);
  for (const form of wanted) {
    const row = [0];
    for (const [column, candidate] of stretch.entries()) {
      const isMatch = candidate === form;
      row.push(isMatch ? (above[column] ?? 0) + 1 : Math.max(above[column + 1] ?? 0, row[column] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
