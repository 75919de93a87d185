import { isFormOf, mentionsKey } from '../gate/leak';
import type { Slot } from './fit-form';

const GREATEST_LENGTH_RATIO = 2.5;
const CHINESE_LENGTH_GAP = 1;

/**
 * Whether a term is surely another thing than the key and is not ruled out by its look: no shared word or stem, no
 * acronym of it, no part of it, of similar length, and not to be read in the sentence itself.
 */
export function isUsableDistractor(option: string, slot: Slot & { readonly after: string }): boolean {
  const { key, lang, before, after } = slot;
  if (isVariant(option, key, lang)) return false;
  if (isCapitalised(option) !== isCapitalised(key)) return false;
  if (mentionsKey(before, option, lang) || mentionsKey(after, option, lang)) return false;
  return lang === 'zh' ? isNearInChinese(option, key) : isNearInEnglish(option, key);
}

/** Names among plain words stand out; the case of the first word of a sentence was matched before. */
function isCapitalised(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

/** Whether one term is a form or a part of the other, so that both could be right. */
export function isVariant(option: string, key: string, lang: Slot['lang']): boolean {
  return mentionsKey(option, key, lang) || mentionsKey(key, option, lang);
}

function isNearInEnglish(option: string, key: string): boolean {
  const words = (text: string): number => text.split(/[\s-]+/).length;
  const ratio = Math.max(option.length, key.length) / Math.max(1, Math.min(option.length, key.length));
  return Math.abs(words(option) - words(key)) <= 1 && ratio <= GREATEST_LENGTH_RATIO;
}

function isNearInChinese(option: string, key: string): boolean {
  const isLatin = (text: string): boolean => !/\p{Script=Han}/u.test(text);
  if (isLatin(option) !== isLatin(key)) return false;
  if (isLatin(key)) return isNearInEnglish(option, key) && !isFormOf(option.toLowerCase(), key.toLowerCase());
  return Math.abs([...option].length - [...key].length) <= CHINESE_LENGTH_GAP;
}
