import { isStopWord } from '../text/stop-words';
import { stemPlural } from './stem-plural';

/** What the word index knows a stretch of text by. */
export interface SearchToken {
  /** Folded word without its plural ending, or two neighbouring characters. */
  readonly key: string;
  /** Where it stands in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no blanks between words. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3005\\u3006\\u30fc';
const RUNS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/**
 * Keys of a text, in order: words of spaced scripts, neighbouring pairs of characters of the others. The last character
 * of an unspaced run stands alone once more, so that every character is the beginning of some key.
 */
export function tokeniseForSearch(text: string): SearchToken[] {
  return Array.from(text.matchAll(RUNS), ({ 0: run, index }) =>
    isUnspaced(run) ? pairsOf(run, index) : wordOf(run, index),
  ).flat();
}

export function isUnspaced(run: string): boolean {
  return IS_UNSPACED.test(run);
}

/** Without regard to case, accents and width. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function wordOf(run: string, start: number): SearchToken[] {
  const folded = foldWord(run);
  // An acronym such as IT or WHO is told from the word by its capitals.
  if (folded === '' || isStopWord(run, 'en')) return [];
  return [{ key: stemPlural(folded), start, end: start + run.length }];
}

function pairsOf(run: string, start: number): SearchToken[] {
  const characters = Array.from(run);
  const tokens: SearchToken[] = [];
  let at = start;
  characters.forEach((character, i) => {
    const key = character + (characters[i + 1] ?? '');
    tokens.push({ key, start: at, end: at + key.length });
    at += character.length;
  });
  return tokens;
}
