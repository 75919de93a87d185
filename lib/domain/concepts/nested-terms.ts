import type { Language } from '../text/language';
import type { Candidate } from './candidate';

/** A part that nearly always occurs inside a longer term is no term of its own. */
const SHARE_OF_PART = 0.8;

/**
 * Moves terms that are hardly named outside a longer term of the list ("Hong" beside "Hong Kong") behind all others,
 * otherwise keeping the order. Takes quadratic time: meant for the best of a page.
 */
export function demoteNestedTerms(candidates: readonly Candidate[], lang: Language): Candidate[] {
  const contains = lang === 'en' ? containsWords : containsCharacters;
  const isNested = (part: Candidate) =>
    part.spans.length >= 2 &&
    candidates.some(
      (whole) => whole.spans.length >= SHARE_OF_PART * part.spans.length && contains(whole.key, part.key),
    );
  const nested = new Set(candidates.filter(isNested));
  return [...candidates.filter((candidate) => !nested.has(candidate)), ...nested];
}

function containsWords(whole: string, part: string): boolean {
  return whole.length > part.length && ` ${whole} `.includes(` ${part} `);
}

function containsCharacters(whole: string, part: string): boolean {
  return whole.length > part.length && whole.includes(part);
}
