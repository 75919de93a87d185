import brands from './card-brands.json';
import type { TextRange } from './text-range';

/** Digits with at most three blanks, dashes or dots between two of them. */
const DIGIT_RUN = /\d(?:[ .-]{0,3}\d)*/g;
const GROUP = /\d+/g;

const FEWEST_DIGITS = 13;
const MOST_DIGITS = 19;

/** Beside a card stand its dates and codes; more groups than that are a table or a long number. */
const MOST_OTHER_GROUPS = 4;

/** Sizes of the groups on cards. */
const PRINTED = /^(?:\d{2}|4 4 4 4(?: [1-3])?|4 6 [45])$/;

const BRANDS: readonly { readonly prefixes: string[][]; readonly lengths: number[] }[] =
  Object.values(brands);

interface DigitGroup extends TextRange {
  readonly digits: string;
}

/**
 * Payment card numbers (ISO/IEC 7812): groups of digits with the prefix and length of a known brand and a valid check
 * digit. Takes time in proportion to the length of the text.
 *
 * @param text in plain form
 */
export function findCardNumbers(text: string): TextRange[] {
  return [...text.matchAll(DIGIT_RUN)].flatMap(({ 0: run, index }) =>
    run.length < FEWEST_DIGITS ? [] : findInRun(text, index, run),
  );
}

function findInRun(text: string, offset: number, run: string): TextRange[] {
  const groups = [...run.matchAll(GROUP)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
  if (isEvenlySpaced(groups) && isFree(text, groups) && isCardNumber(join(groups))) return [spanOf(groups)];
  const cards: (TextRange & { readonly isSetOff: boolean })[] = [];
  let others = 0;
  for (let from = 0; from < groups.length; ) {
    const card = longestCardAt(text, groups, from);
    const size = card?.length ?? 1;
    if (card === undefined) others += 1;
    else cards.push({ ...spanOf(card), isSetOff: isSetOff(card, groups[from - 1], groups[from + size]) });
    from += size;
  }
  return cards.filter(({ isSetOff }) => isSetOff || others <= MOST_OTHER_GROUPS);
}

function longestCardAt(text: string, groups: readonly DigitGroup[], from: number): DigitGroup[] | undefined {
  let longest: DigitGroup[] | undefined;
  for (let to = from + 1, count = 0; to <= groups.length; to += 1) {
    count += groups[to - 1]?.digits.length ?? 0;
    if (count > MOST_DIGITS) break;
    const card = groups.slice(from, to);
    const isLikely = count >= FEWEST_DIGITS && isUsualGrouping(text, card) && isFree(text, card);
    if (isLikely && isCardNumber(join(card))) longest = card;
  }
  return longest;
}

/** As cards are printed and typed: groups of three digits or more, the last of any length. Two with a dot are a decimal. */
function isUsualGrouping(text: string, groups: readonly DigitGroup[]): boolean {
  const [first, second] = groups;
  const isDecimal = groups.length === 2 && text.slice(first?.end, second?.start).includes('.');
  return !isDecimal && groups.slice(0, -1).every(({ digits }) => digits.length >= 3);
}

/** Whether a number is grouped as cards are printed, and unlike the numbers before and after it: that is no row of a table. */
function isSetOff(card: readonly DigitGroup[], ...neighbours: (DigitGroup | undefined)[]): boolean {
  const sizes = card.map(({ digits }) => digits.length);
  const isPrinted = PRINTED.test(sizes.join(' '));
  return isPrinted && neighbours.every((neighbour) => neighbour?.digits.length !== sizes[0]);
}

/** Every digit by itself, or in pairs. */
function isEvenlySpaced([first, ...others]: readonly DigitGroup[]): boolean {
  const size = first?.digits.length ?? 0;
  return size <= 2 && others.every(({ digits }) => digits.length === size);
}

/** Whether the digits stand for themselves: not within a word, a digest, a decimal or an international telephone number. */
function isFree(text: string, groups: readonly DigitGroup[]): boolean {
  const { start, end } = spanOf(groups);
  return (
    !/(?:[A-Za-z_▮+]|\d[.-]{1,3})$/.test(text.slice(Math.max(0, start - 4), start)) &&
    !/^(?:[A-Za-z_▮]|[.-]{1,3}\d)/.test(text.slice(end, end + 4))
  );
}

function isCardNumber(digits: string): boolean {
  return BRANDS.some((brand) => isOfBrand(digits, brand)) && hasValidCheckDigit(digits);
}

function isOfBrand(digits: string, { prefixes, lengths }: (typeof BRANDS)[number]): boolean {
  if (!lengths.includes(digits.length)) return false;
  return prefixes.some(([first = '', last = '']) => {
    const prefix = digits.slice(0, first.length);
    return prefix >= first && prefix <= last;
  });
}

/** The formula of H. P. Luhn (1960), ISO/IEC 7812-1 annex B: every second digit from the right counts double. */
function hasValidCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

function spanOf(groups: readonly DigitGroup[]): TextRange {
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0 };
}

function join(groups: readonly DigitGroup[]): string {
  return groups.map(({ digits }) => digits).join('');
}
