import { findEnclosed } from './enclosed-ranges';

const QUOTES = new Map([
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['‘', '’'],
]);
const PAIRS = new Map([
  ...QUOTES,
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
]);
const OPENING = new Set(PAIRS.keys());
const CLOSING_QUOTES = new Map([...QUOTES].map(([open, close]) => [close, open]));
const LONGEST_QUOTE = 300;

/** Marks that end a sentence; a full stop or semicolon of the Latin keyboard counts after a Chinese character. */
const CANDIDATE =
  /(?:[。！？；!?]|(?<=[\p{Script=Han}）」”])[.;](?![\w.]))[。！？!?…]*[」』”’）)》】〕\]]{0,4}/gu;

/** Positions just after the sentences of a Chinese text, ascending; the end of the text is left out. */
export function findChineseBreaks(text: string): number[] {
  const isEnclosed = findEnclosed(text, PAIRS, LONGEST_QUOTE);
  const breaks: number[] = [];
  let start = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    if (isEnclosed(end) || isCode(text, match.index, end) || continues(text, start, match[0], end)) continue;
    breaks.push(end);
    start = end;
  }
  return breaks;
}

/** `a != b`, `x?y:z`, `#!/bin/sh`: a mark of the Latin keyboard between Latin letters or signs. */
function isCode(text: string, markAt: number, end: number): boolean {
  return /[!?]/.test(text.charAt(markAt)) && /[\w=/<>&:#]/.test(text.charAt(end));
}

/**
 * Whether the sentence goes on behind a mark inside closing quotation marks or brackets: “你好！”他说。 and （见上文。）后来
 * go on; 他说：“你好。”后来 does not.
 */
function continues(text: string, start: number, marks: string, end: number): boolean {
  const closing = marks.at(-1) ?? '';
  if (/[。！？；!?.;…]/.test(closing)) return false;
  const next = text.slice(end, end + 12).trimStart();
  if (next === '' || OPENING.has(next.charAt(0))) return false;
  if (/^[，、；：。,;:]/.test(next)) return true;
  const opening = CLOSING_QUOTES.get(closing);
  if (opening === undefined) return true;
  return isAttributed(next) && opensWith(text.slice(Math.max(start, end - LONGEST_QUOTE), end), opening);
}

/** “…！”他说, “…？”这个问题: somebody's speech or thought is named behind it. */
function isAttributed(next: string): boolean {
  return /^[^，。！？“「]{0,6}[说道问喊叫答想写]/.test(next);
}

/** Whether nothing but white space precedes the last quotation. */
function opensWith(sentence: string, opening: string): boolean {
  return sentence.slice(0, Math.max(0, sentence.lastIndexOf(opening))).trim() === '';
}
