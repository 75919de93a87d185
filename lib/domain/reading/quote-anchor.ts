import { CAPTURE_LIMITS } from './capture-limits';
import type { QuoteAnchor } from './model';

const CONTEXT_CHARS = 32;

/**
 * Where a text stands, in the manner of the W3C TextQuoteSelector: its beginning, and a little of what comes before and
 * after that beginning.
 *
 * @param before the text of the block above, empty for the first
 * @param after the text of the block below, empty for the last
 */
export function createQuoteAnchor(text: string, before: string, after: string): QuoteAnchor {
  const exact = head(text, CAPTURE_LIMITS.anchorChars);
  const rest = text.slice(exact.length);
  return {
    prefix: tail(before, CONTEXT_CHARS),
    exact,
    suffix: head(rest === '' ? after : rest, CONTEXT_CHARS),
  };
}

/** The first units of a text, one fewer where a surrogate pair would be split. */
function head(text: string, units: number): string {
  const isSplit = isHighSurrogate(text.charCodeAt(units - 1)) && text.length > units;
  return text.slice(0, isSplit ? units - 1 : units);
}

function tail(text: string, units: number): string {
  const start = Math.max(0, text.length - units);
  return text.slice(start > 0 && isHighSurrogate(text.charCodeAt(start - 1)) ? start + 1 : start);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
