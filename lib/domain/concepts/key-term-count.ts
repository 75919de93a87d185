import type { Language } from '../text/language';

const FEWEST = 6;
const MOST = 20;
/** Lengths in words at which a page gets the fewest and the most key terms. */
const SHORT_PAGE = 100;
const LONG_PAGE = 2_000;
/** UTF-16 units that a word takes, with its share of blanks and punctuation. */
const CHARS_PER_WORD: Record<Language, number> = { en: 6, zh: 1.8 };

/** How many key terms suit a text: 6 up to a hundred words, growing with the logarithm of the length to 20. */
export function keyTermCount(chars: number, lang: Language): number {
  const words = Math.max(1, chars / CHARS_PER_WORD[lang]);
  const share = Math.log(words / SHORT_PAGE) / Math.log(LONG_PAGE / SHORT_PAGE);
  return Math.round(FEWEST + (MOST - FEWEST) * Math.min(1, Math.max(0, share)));
}
