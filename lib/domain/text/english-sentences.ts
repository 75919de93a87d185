import { findEnclosed } from './enclosed-ranges';
import abbreviations from './english-abbreviations.json';
import { isEnglishFunctionWord } from './english-function-words';

const JOINING = new Set(abbreviations.joining);
const NUMBERED = new Set(abbreviations.numbered);
const ENDING = new Set(abbreviations.ending);
const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
]);
const LONGEST_QUOTE = 300;
/** How far a rule looks at the word before and after a mark; bounds the whole work by the length of the text. */
const WORD_CHARS = 24;

/** Marks that end a sentence, closing marks and footnote numbers behind them, then white space or the end. */
const CANDIDATE = /(?<![.!?…])[.!?…]+(?:["'’”»)\]]|\[\d{1,3}\]){0,6}(?=\s|$)/g;

/** Positions just after the sentences of an English text, ascending; the end of the text is left out. */
export function findEnglishBreaks(text: string): number[] {
  const isEnclosed = findEnclosed(text, PAIRS, LONGEST_QUOTE);
  const breaks: number[] = [];
  let start = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    if (isEnclosed(end) || !endsSentence(text, start, match.index, match[0], end)) continue;
    breaks.push(end);
    start = end;
  }
  return breaks;
}

function endsSentence(text: string, start: number, markAt: number, marks: string, end: number): boolean {
  const next = text.slice(end, end + 2 * WORD_CHARS).trimStart();
  if (next === '') return true;
  if (/\s/.test(text.charAt(markAt - 1)) || markAt === start) return false;
  if (!startsSentence(next)) return false;
  if (!/^\.(?!\.)/.test(marks)) return true;
  return !isInsideSentence(text, start, markAt, next);
}

/** Whether a full stop at `markAt` belongs to an abbreviation, an initial or a list number. */
function isInsideSentence(text: string, start: number, markAt: number, next: string): boolean {
  const before = text.slice(Math.max(start, markAt - WORD_CHARS), markAt);
  const word = (/[\p{L}\p{M}.]+$/u.exec(before)?.[0] ?? '').replace(/^\.+/, '');
  const folded = word.toLowerCase();
  if (JOINING.has(folded)) return true;
  if (NUMBERED.has(folded) && /^[\d§#]/.test(next)) return true;
  if (ENDING.has(folded) || isInitial(word)) return !startsWithFunctionWord(next);
  return markAt - start <= WORD_CHARS && /^\s*\(?\d{1,3}$/.test(before);
}

/** A single capital (J. K. Rowling, vitamin C.) or letters with stops between (U.S., e.g.). */
function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
}

function startsWithFunctionWord(next: string): boolean {
  const word = /^["'“‘(]*(\p{Lu}[\p{L}]*)/u.exec(next)?.[1];
  return word !== undefined && isEnglishFunctionWord(word);
}

/** A lower-case word continues the sentence, unless it is written like a name of code: `range()`, `os.path`, `iPhone`. */
function startsSentence(next: string): boolean {
  if (!/^["'“‘([]*\p{Ll}/u.test(next)) return true;
  const word = /^\S+/.exec(next)?.[0] ?? '';
  return /^\p{Ll}+\p{Lu}|^[\w.]+\(|\w_\w|^_|\w\.\w/u.test(word);
}
