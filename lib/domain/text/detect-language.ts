import { isDistinctlyEnglish } from './english-function-words';
import type { TextLanguage } from './language';

const SAMPLE_CHARS = 4_000;
/** Fewer words say too little about which Latin-script language they are. */
const FEW_WORDS = 8;
/** Shares of English grammar words that other languages do not spell: English prose has 0.15 to 0.35, others near none. */
const CLEARLY_ENGLISH = 0.12;
const LIKELY_ENGLISH = 0.08;
const FOREIGN = 0.04;
/** Share of kana or Hangul among East Asian letters above which the text is not Chinese. */
const NOT_CHINESE = 0.1;

/**
 * Language of a text by its script, and for Latin letters by its function words. Japanese (kana), Korean (Hangul) and
 * everything that is neither English nor Chinese is `other`.
 *
 * @param hint language tag that the page or element claims (`zh-CN`, `en`); decides only where the text cannot
 */
export function detectLanguage(text: string, hint?: string): TextLanguage {
  const sample = text.slice(0, SAMPLE_CHARS).normalize('NFC');
  const claimed = hint?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  const han = count(sample, /\p{Script=Han}/gu);
  const latinWords = sample.match(/\p{Script=Latin}+/gu) ?? [];
  const syllables = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  const letters = count(sample, /\p{L}/gu);
  const foreign = letters - han - syllables - latinWords.reduce((sum, word) => sum + word.length, 0);

  if (letters === 0) return claimed === 'en' || claimed === 'zh' ? claimed : 'other';
  if (syllables > NOT_CHINESE * (han + syllables) && syllables >= latinWords.length) return 'other';
  if (foreign > letters / 2) return 'other';
  if (han > 0 && han >= latinWords.length) return claimed === 'ja' || claimed === 'ko' ? 'other' : 'zh';
  return isEnglish(latinWords, claimed) ? 'en' : 'other';
}

function isEnglish(words: readonly string[], claimed: string): boolean {
  const share = words.filter(isDistinctlyEnglish).length / words.length;
  const accented = words.filter((word) => /\P{ASCII}/u.test(word)).length;
  const short = words.length < FEW_WORDS;
  if (claimed === 'en') return short || share >= FOREIGN || accented === 0;
  if (claimed !== '' && claimed !== 'zh') return !short && share >= CLEARLY_ENGLISH;
  return short ? accented === 0 : share >= LIKELY_ENGLISH;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
