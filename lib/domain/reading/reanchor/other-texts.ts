import { CAPTURE_LIMITS } from '../capture-limits';
import type { Stretch } from './examine-places';
import { matchingForms } from './matching-tokens';

type Words = readonly string[];

/** Fewer words may stand anywhere and prove nothing. */
const FEWEST_WORDS = 4;

/** An unchanged text of which so much lies within a place is what stands there. */
const LEAST_WITHIN = 0.5;

/**
 * The words of the other texts that were kept from a page; those that are a part of the wanted text are left out.
 *
 * @param beginnings as quote anchors hold them: cut after so many characters, perhaps within a word
 */
export function otherTexts(beginnings: readonly string[], wanted: Words): readonly Words[] {
  return beginnings
    .map(wholeWords)
    .filter((words) => words.length >= FEWEST_WORDS)
    .filter((words) => !wanted.some((_form, start) => standsAt(words, wanted, start)));
}

function wholeWords(beginning: string): Words {
  const words = matchingForms(beginning);
  // A cut that would split a surrogate pair is made one unit earlier.
  const isCut = beginning.length >= CAPTURE_LIMITS.anchorChars - 1;
  return isCut ? words.slice(0, -1) : words;
}

/** Whether one of the other texts stands at a place unchanged: then the wanted text does not, however alike they are. */
export function holdsOtherText(
  { start, end }: Stretch,
  others: readonly Words[],
  page: readonly string[],
): boolean {
  return others.some(({ length }, index) => {
    const reach = Math.floor(length * (1 - LEAST_WITHIN));
    for (let at = Math.max(0, start - reach); at <= end - length + reach; at += 1)
      if (standsAt(others[index] ?? [], page, at)) return true;
    return false;
  });
}

function standsAt(words: Words, page: Words, start: number): boolean {
  return words.every((form, index) => form === page[start + index]);
}
