/** Chinese and Japanese characters and their full-width punctuation; Korean writes real blanks and is left out. */
const CJK =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u3029\\u3030-\\u303f\\uff01-\\uff65\\uffe0-\\uffe6';
/** A blank that carries a combining mark stays, so that the mark does not change the character before it. */
const BESIDE_CJK = new RegExp(`(?<=[${CJK}])\\s+(?![\\s\\p{M}])|(?<!\\s)\\s+(?=[${CJK}])`, 'gu');

/**
 * Deletes white space next to a Chinese character or Chinese punctuation: there it is typography, and two spellings of
 * a term should be one term. Idempotent, linear.
 */
export function dropBlanksBesideCjk(text: string): string {
  return text.replace(BESIDE_CJK, '');
}
