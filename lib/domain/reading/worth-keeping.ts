import type { BlockKind } from './model';

/** Signs say as much in code as letters. */
const FEWEST_CODE_SIGNS = 8;

/** A Chinese character counts as two letters. */
const FEWEST_LETTERS: Readonly<Record<Exclude<BlockKind, 'code'>, number>> = {
  prose: 16,
  list: 12,
  definition: 12,
  transcript: 12,
  quote: 12,
  caption: 12,
  table: 12,
  maths: 1,
};

/** Whether a block says enough to be kept: "Next page" and a lone number are not reading matter. */
export function isWorthKeeping(text: string, kind: BlockKind): boolean {
  if (kind === 'code') return text.replace(/\s/g, '').length >= FEWEST_CODE_SIGNS;
  return countLetters(text, FEWEST_LETTERS[kind]) >= FEWEST_LETTERS[kind];
}

/** Letters of a text, a Chinese character counted as two, as far as `enough`. */
export function countLetters(text: string, enough = Number.POSITIVE_INFINITY): number {
  let letters = 0;
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    letters += /\p{Script=Han}/u.test(letter) ? 2 : 1;
    if (letters >= enough) break;
  }
  return letters;
}
