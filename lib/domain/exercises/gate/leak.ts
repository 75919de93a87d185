import type { Language } from '../../text/language';
import { singular } from '../grading/fold-answer';

const SHORT_WORDS = new Set([
  'of',
  'the',
  'a',
  'an',
  'and',
  'in',
  'on',
  'for',
  'to',
  'by',
  'with',
  'at',
  'or',
]);

/** Words that share at least this many letters, and this share of the shorter word, are forms of one word. */
const SHARED_LETTERS = 5;
const SHARED_SHARE = 0.75;

/** Two capitals or more by themselves, with or without a plural s. */
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?=s?(?![\p{L}\p{N}]))/gu;
/** JavaScript Object Notation, University of the Arts. */
const CAPITALISED_PHRASE = /\p{Lu}\p{L}*(?: (?:(?:of|for|and|the) )*\p{Lu}\p{L}*)+/gu;

/**
 * Whether a text gives the key away: it holds the key, one of its content words, an inflected form of one, or the
 * acronym that stands for the key or that the key is.
 */
export function mentionsKey(text: string, key: string, lang: Language): boolean {
  return lang === 'zh' ? mentionsChineseKey(text, key) : mentionsEnglishKey(text, key);
}

function mentionsEnglishKey(text: string, key: string): boolean {
  const words = wordsOf(text);
  const keyWords = wordsOf(key).filter((word) => !SHORT_WORDS.has(word));
  if (keyWords.some((keyWord) => words.some((word) => isFormOf(word, keyWord)))) return true;
  return areAcronym(text, key);
}

/** Whether two lower-case English words are forms of one word. */
export function isFormOf(word: string, other: string): boolean {
  if (singular(word) === singular(other)) return true;
  let shared = 0;
  while (shared < word.length && word[shared] === other[shared]) shared += 1;
  return shared >= SHARED_LETTERS && shared >= SHARED_SHARE * Math.min(word.length, other.length);
}

/** Whether one of the texts holds an acronym of neighbouring words of the other: "Free Software Foundation", "FSF". */
export function areAcronym(text: string, key: string): boolean {
  return holdsAcronymOf(text, key) || holdsAcronymOf(key, text);
}

function holdsAcronymOf(acronyms: string, words: string): boolean {
  const found = acronyms.match(ACRONYM) ?? [];
  if (found.length === 0) return false;
  const initials = wordsOf(words)
    .filter((word) => !SHORT_WORDS.has(word))
    .map((word) => word[0])
    .join('');
  const capitals = (words.match(CAPITALISED_PHRASE) ?? []).map((phrase) => phrase.replace(/[^\p{Lu}]/gu, ''));
  return found.some((acronym) => initials.includes(acronym.toLowerCase()) || capitals.includes(acronym));
}

/** Also a part of the key counts: 软件 gives 软件包 away. */
function mentionsChineseKey(text: string, key: string): boolean {
  const haystack = text.toLowerCase().replace(/\s+/gu, '');
  const needle = [...key.toLowerCase().replace(/\s+/gu, '')];
  if (haystack.includes(needle.join(''))) return true;
  const isLatin = /^[\p{Script=Latin}\p{N}]+$/u.test(needle.join(''));
  if (isLatin || needle.length < 3) return false;
  const edge = Math.max(2, Math.ceil(needle.length / 2));
  return haystack.includes(needle.slice(0, edge).join('')) || haystack.includes(needle.slice(-edge).join(''));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
