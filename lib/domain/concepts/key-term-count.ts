import type { Language } from '../text/language';

const FEWEST = 6;
const MOST = 20;
/** Lengths at which a text gets the fewest and the most key terms: words in English, characters in Chinese. */
const RANGE: Readonly<Record<Language, readonly [number, number]>> = { en: [100, 2_000], zh: [170, 3_400] };

/**
 * How many key terms suit a text: 6 for a paragraph, growing with the logarithm of the length to 20.
 *
 * @param length words in English, characters in Chinese
 */
export function keyTermCount(length: number, lang: Language): number {
  const [short, long] = RANGE[lang];
  const share = Math.log(Math.max(1, length) / short) / Math.log(long / short);
  return Math.round(FEWEST + (MOST - FEWEST) * Math.min(1, Math.max(0, share)));
}
