import lengths from './iban-lengths.json';
import type { TextRange } from './text-range';

/** Length of an account number by country (ISO 13616, registry of SWIFT). */
const LENGTHS: ReadonlyMap<string, number> = new Map(Object.entries(lengths));

/** Country, check digits and the first of the rest; longest is 33 more with a mark between any two. */
const BEGINNING = /(?<![A-Za-z\d_▮])[A-Z]{2}\d{2}[ -]{0,2}(?=[A-Z\d])/gi;
const MOST_UNITS = 100;

/**
 * International bank account numbers (ISO 13616) with the length of their country and valid check digits, with or without
 * blanks or dashes. Takes time in proportion to the length of the text.
 *
 * @param text in plain form
 */
export function findIbans(text: string): TextRange[] {
  return [...text.matchAll(BEGINNING)].flatMap(({ 0: beginning, index }) => {
    const length = LENGTHS.get(beginning.slice(0, 2).toUpperCase());
    if (length === undefined) return [];
    const written = takeCharacters(text.slice(index, index + MOST_UNITS), length);
    if (written === undefined || !hasValidCheckDigits(written.replace(/[^A-Za-z\d]/g, ''))) return [];
    return [{ start: index, end: index + written.length }];
  });
}

/** The beginning of a text up to its `count`-th letter or digit; undefined when something else comes in between or goes on. */
function takeCharacters(text: string, count: number): string | undefined {
  let taken = 0;
  let end = 0;
  while (taken < count && end < text.length) {
    const isCharacter = /[A-Za-z\d]/.test(text.charAt(end));
    if (!isCharacter && !/[ -]/.test(text.charAt(end))) return undefined;
    if (isCharacter) taken += 1;
    end += 1;
  }
  return taken === count && !/[A-Za-z\d_▮]/.test(text.charAt(end)) ? text.slice(0, end) : undefined;
}

/** ISO 7064, MOD 97-10: the first four moved to the end, letters as numbers from 10. */
function hasValidCheckDigits(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
