import type { TaggedToken } from '../../text/token';
import { isNumber, isWord, type TaggedSentence } from '../tagged-sentence';
import { CHINESE, ENGLISH } from '../words/word-lists';
import type { Blank } from './blank';
import { isDefined, isSubject } from './blank-role';
import type { KeyTerm } from './key-terms';

/**
 * A generic noun ("object", "对象") may be asked only while it is among the first key terms of its page, and only where the
 * sentence says what it is.
 */
const TOPICAL_STRENGTH = 0.7;

const MOST_KEY_CHARACTERS = 40;
const YEAR = /^(?:1\d|20)\d{2}s?$/;
const MEASURE = /\d[^%]*\p{L}|\d\s?%|[$€£¥]/u;
const CHINESE_MEASURE = /\p{Nd}.*[%％\p{L}]|世纪|百分之/u;
/** Numbers of an invented example teach nothing. */
const EXAMPLE = /^(?:for (?:example|instance)|suppose|imagine|say,|例如|比如|譬如|假设|假如|设想)/i;
const BRACKET_OR_QUOTE = /[()[\]{}<>"“”（）《》]/;

/** Whether the span names something definite that is worth remembering. */
export function isTelling(sentence: TaggedSentence, blank: Blank, keyTerm: KeyTerm | undefined): boolean {
  if (blank.text.length > MOST_KEY_CHARACTERS || BRACKET_OR_QUOTE.test(blank.text)) return false;
  if (blank.kind === 'number') return isTellingNumber(sentence, blank);
  const isTopical =
    keyTerm?.isWhole === true &&
    keyTerm.strength >= TOPICAL_STRENGTH &&
    (isSubject(sentence, blank) || isDefined(sentence, blank));
  return sentence.lang === 'zh' ? isTellingChinese(blank, isTopical) : isTellingEnglish(blank, isTopical);
}

/** Years, and digits with a unit; not "step 3", "version 2.0" or "the two files". */
function isTellingNumber({ lang, text }: TaggedSentence, blank: Blank): boolean {
  if (EXAMPLE.test(text)) return false;
  if (lang === 'zh') return CHINESE_MEASURE.test(blank.text);
  if (YEAR.test(blank.text)) return true;
  const wordBefore =
    text
      .slice(0, blank.start)
      .toLowerCase()
      .match(/(\p{L}+)\s*$/u)?.[1] ?? '';
  if (ENGLISH.referenceNouns.has(wordBefore) || !MEASURE.test(blank.text)) return false;
  const head = blank.tokens.findLast(isWord);
  return head !== undefined && (isNumber(head) || !ENGLISH.trivialNouns.has(head.word.toLowerCase()));
}

function isTellingEnglish(blank: Blank, isTopical: boolean): boolean {
  const words = blank.tokens.filter(isWord);
  const last = words.at(-1);
  if (last !== undefined && blank.kind === 'term' && isNumber(last)) return false;
  const head = last?.word.toLowerCase() ?? '';
  if (ENGLISH.vagueModifiers.has(head) || (ENGLISH.trivialNouns.has(head) && !isTopical)) return false;
  const isAcronym = /^\p{Lu}[\p{Lu}\d]+s?$/u.test(blank.text);
  return isAcronym || blank.text.replace(/[^\p{L}\p{N}]/gu, '').length >= 3;
}

function isTellingChinese(blank: Blank, isTopical: boolean): boolean {
  const words = blank.tokens.filter(isWord).map(({ word }: TaggedToken) => word);
  const isGeneric = (word: string): boolean =>
    CHINESE.trivialNouns.has(word) || CHINESE.vagueModifiers.has(word);
  if ((isGeneric(blank.text) || words.every(isGeneric)) && !isTopical) return false;
  return [...blank.text].length >= 2;
}
