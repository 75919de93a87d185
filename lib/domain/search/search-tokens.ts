import { isEnglishFunctionWord } from '../text/english-function-words';
import { stemWord } from './stem-word';

/** What the word index knows a stretch of text by. */
export interface SearchToken {
  /** Stem of a folded word, or two neighbouring characters. */
  readonly key: string;
  /** Where it stands in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no blanks between words, with their marks of repetition and length. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3005\\u3006\\u30fc';
const RUNS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/**
 * Keys of a text, in order: words of spaced scripts but English grammar words, and neighbouring pairs of characters of the
 * others. The last character of an unspaced run is a key alone too, so that every character is the beginning of a key.
 */
export function tokeniseForSearch(text: string): SearchToken[] {
  return Array.from(text.matchAll(RUNS), ({ 0: run, index }) =>
    isUnspaced(run) ? pairsOf(run, index) : wordOf(run, index),
  ).flat();
}

/** Whether a word or key is of a script without blanks between words. */
export function isUnspaced(run: string): boolean {
  return BEGINS_UNSPACED.test(run);
}

function wordOf(run: string, start: number): SearchToken[] {
  // Capitals tell the acronyms IT and WHO from the words.
  if (isEnglishFunctionWord(run) && !/^\p{Lu}{2,}$/u.test(run)) return [];
  const key = stemWord(foldWord(run));
  return key === '' ? [] : [{ key, start, end: start + run.length }];
}

/** Without regard to case, accents and width. */
function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function pairsOf(run: string, start: number): SearchToken[] {
  const characters = Array.from(run);
  let at = start;
  return characters.map((character, i) => {
    const key = character + (characters[i + 1] ?? '');
    const token = { key, start: at, end: at + key.length };
    at += character.length;
    return token;
  });
}
