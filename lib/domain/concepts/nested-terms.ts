import type { Language } from '../text/language';
import type { Candidate } from './candidate';

/** A part that nearly always occurs inside a longer term is no term of its own. */
const SHARE_OF_PART = 0.8;

/** Whether one key holds the other: whole words in English, characters in Chinese. */
export function holdsKey(whole: string, part: string, lang: Language): boolean {
  if (whole.length <= part.length) return false;
  return lang === 'zh' ? whole.includes(part) : ` ${whole} `.includes(` ${part} `);
}

/**
 * Moves terms that are hardly named outside a longer term of the list ("Hong" beside "Hong Kong") behind all others,
 * otherwise keeping the order. Takes quadratic time: meant for the best of a page.
 */
export function demoteNestedTerms<Item extends { readonly candidate: Candidate }>(
  items: readonly Item[],
  lang: Language,
): Item[] {
  const isNested = ({ candidate: { key, spans } }: Item) =>
    spans.length >= 2 &&
    items.some(
      ({ candidate: whole }) =>
        whole.spans.length >= SHARE_OF_PART * spans.length && holdsKey(whole.key, key, lang),
    );
  const nested = new Set(items.filter(isNested));
  return [...items.filter((item) => !nested.has(item)), ...nested];
}
