import { isNumber, isWord, type TaggedSentence } from '../tagged-sentence';
import { CHINESE, ENGLISH } from '../words/word-lists';
import type { Blank } from './blank';
import type { KeyTerm } from './key-terms';

/** A generic noun ("object", "对象") may be asked only while it is among the first key terms of its page. */
const TOPICAL_STRENGTH = 0.7;

const MOST_KEY_CHARACTERS = 40;
const UNIT_OR_PERCENT = /\d\s?(?:%|％|\p{L})/u;
const YEAR = /^(?:1\d|20)\d{2}s?$/;
const CHINESE_TELLING_NUMBER = /[%％年月日]|世纪|百分之|\d[^\d]*\p{L}/u;

/** Whether the span names something definite that is worth remembering. */
export function isTelling(sentence: TaggedSentence, blank: Blank, keyTerm: KeyTerm | undefined): boolean {
  if (blank.text.length > MOST_KEY_CHARACTERS || /[()[\]{}"“”（）]/.test(blank.text)) return false;
  if (blank.kind === 'number') return isTellingNumber(sentence, blank);
  const isTopical = keyTerm?.isWhole === true && keyTerm.strength >= TOPICAL_STRENGTH;
  return sentence.lang === 'zh' ? isTellingChinese(blank, isTopical) : isTellingEnglish(blank, isTopical);
}

function isTellingNumber({ lang, text }: TaggedSentence, blank: Blank): boolean {
  if (lang === 'zh') return CHINESE_TELLING_NUMBER.test(blank.text) && blank.text.length > 1;
  const words = blank.tokens.filter(isWord);
  if (YEAR.test(blank.text)) return true;
  const before =
    text
      .slice(0, blank.start)
      .toLowerCase()
      .match(/(\p{L}+)\s*$/u)?.[1] ?? '';
  if (ENGLISH.referenceNouns.has(before)) return false;
  if (!words.some(({ word }) => /\d/.test(word))) return false;
  return (
    (UNIT_OR_PERCENT.test(blank.text) &&
      !words.every((token) => isNumber(token) && !/\p{L}/u.test(token.word))) ||
    /[%$€£¥]/.test(blank.text)
  );
}

function isTellingEnglish(blank: Blank, isTopical: boolean): boolean {
  const words = blank.tokens.filter(isWord).map(({ word }) => word.toLowerCase());
  const content = words.filter((word) => !ENGLISH.vagueModifiers.has(word));
  const telling = content.filter((word) => !ENGLISH.trivialNouns.has(word));
  if (content.length === 0 || (telling.length === 0 && !isTopical)) return false;
  const isAcronym = /^\p{Lu}[\p{Lu}\d]+$/u.test(blank.text);
  return isAcronym || blank.text.replace(/[^\p{L}\p{N}]/gu, '').length >= 3;
}

function isTellingChinese(blank: Blank, isTopical: boolean): boolean {
  const words = blank.tokens.filter(isWord).map(({ word }) => word);
  const telling = words.filter(
    (word) => !CHINESE.trivialNouns.has(word) && !CHINESE.vagueModifiers.has(word),
  );
  if (CHINESE.trivialNouns.has(blank.text) && !isTopical) return false;
  if (telling.length === 0 && !isTopical) return false;
  return [...blank.text].length >= 2;
}
