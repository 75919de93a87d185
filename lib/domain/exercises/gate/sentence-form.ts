import { findCodeRuns } from '../../text/code-runs';
import { isWord, type TaggedSentence } from '../tagged-sentence';
import type { GateReason, SentenceCheck } from './gate-reason';

const ENGLISH_WORDS = { fewest: 8, most: 40 };
const CHINESE_CHARACTERS = { fewest: 15, most: 120 };

const ENDING = /[.!。！][)\]"'”’」』）]*$/u;
const QUESTION_ENDING = /[?？][)\]"'”’」』）]*$/u;
const LIST_START =
  /^(?:[(（]|[-*•·▪◦–—]|\(?\d{1,2}[.)、]\s|\(?[a-z][)]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、])/u;
const LOWER_CASE_START = /^[("'“‘]*\p{Ll}/u;
const LEFTOVER = /\[(?:\d{1,3}|[a-z]|edit|citation needed|注 ?\d*|来源请求)\]|[¶†‡↑§�]|https?:|www\./iu;
const HARD_CODE =
  />>>|[{}\\|<>=`^]|::|->|=>|&&|\$\w|\s--?\w|\w\(\S+\)|[a-z_]\w*\([^)]*[,"'=][^)]*\)|\.\.\.?\s*[)\]]|[^\s.]\.{2}[^\s.]/u;
const CALL = /\w\(\)/g;
const MOST_CODE_WORDS = 2;
const GREATEST_CODE_SHARE = 0.25;

const BRACKETS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '）': '（',
  '】': '【',
  '”': '“',
  '」': '「',
  '』': '『',
  '》': '《',
};
const OPENING = new Set(Object.values(BRACKETS));

/** Checks of the outer form, the same for both languages. */
export const FORM_CHECKS: readonly SentenceCheck[] = [
  checkLength,
  ({ text }) => (LEFTOVER.test(text) ? 'leftover-mark' : undefined),
  checkEnding,
  checkBeginning,
  ({ text }) => (isBalanced(text) ? undefined : 'unbalanced'),
  ({ text }) => (isCodeLike(text) ? 'code-like' : undefined),
];

function checkLength({ lang, text, tokens }: TaggedSentence): GateReason | undefined {
  const length = lang === 'zh' ? [...text].length : tokens.filter(isWord).length;
  const { fewest, most } = lang === 'zh' ? CHINESE_CHARACTERS : ENGLISH_WORDS;
  if (length < fewest) return 'too-short';
  return length > most ? 'too-long' : undefined;
}

function checkEnding({ text }: TaggedSentence): GateReason | undefined {
  if (QUESTION_ENDING.test(text)) return 'question';
  return ENDING.test(text) ? undefined : 'unfinished';
}

function checkBeginning({ lang, text }: TaggedSentence): GateReason | undefined {
  if (LIST_START.test(text)) return 'fragment';
  return lang === 'en' && LOWER_CASE_START.test(text) ? 'fragment' : undefined;
}

/** Whether brackets and quotation marks close in the order in which they open. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    if (OPENING.has(character)) open.push(character);
    const partner = BRACKETS[character];
    if (partner !== undefined && open.pop() !== partner) return false;
  }
  return open.length === 0 && text.split('"').length % 2 === 1;
}

/**
 * Whether a sentence reads like program text: an operator, more than two paths, calls, options and the like, or a quarter
 * of its characters in them.
 */
export function isCodeLike(text: string): boolean {
  if (HARD_CODE.test(text)) return true;
  const isCode = findCodeRuns(text);
  let words = text.match(CALL)?.length ?? 0;
  let characters = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (!isCode(offset)) continue;
    characters += 1;
    if (offset === 0 || !isCode(offset - 1)) words += 1;
  }
  return words > MOST_CODE_WORDS || characters > GREATEST_CODE_SHARE * text.length;
}
