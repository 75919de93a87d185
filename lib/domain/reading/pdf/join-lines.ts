import type { TextLine } from './text-line';
import { letterWidth } from './text-line';
import { isCompound, type Vocabulary } from './vocabulary';

const WIDE_AT_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201f—…]$/u;
const WIDE_AT_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201f—…]/u;
const HAN = /\p{Script=Han}/u;

/** A word that the line breaks: letters and a hyphen, going on in small letters. */
const BROKEN_AT_END = /(\p{L}+)[-\u2010]$/u;
const SOFT_HYPHEN_AT_END = /\u00ad$/u;
const CONTINUED = /^(\p{Ll}+)/u;

/**
 * Two stretches of prose as one. Chinese is joined without a space; an English word that was broken at the end of a line
 * gets whole again, unless the text writes it with a hyphen elsewhere.
 *
 * @param vocabulary tells whether two halves of a word are two words
 */
export function joinProse(before: string, after: string, vocabulary: Vocabulary): string {
  if (before === '' || after === '') return before + after;
  if (SOFT_HYPHEN_AT_END.test(before)) return before.slice(0, -1) + after;
  const [, start] = before.match(BROKEN_AT_END) ?? [];
  const [, rest] = after.match(CONTINUED) ?? [];
  if (start !== undefined && rest !== undefined) {
    return (isCompound(start, rest, vocabulary) ? before : before.slice(0, -1)) + after;
  }
  if (/\p{L}[-\u2010]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return before + after;
  const isWide = WIDE_AT_END.test(before) && WIDE_AT_START.test(after);
  const isChinese = HAN.test(before.slice(-8)) || HAN.test(after.slice(0, 8));
  return isWide && isChinese ? before + after : `${before} ${after}`;
}

/** The lines of a paragraph as running text. */
export function joinProseLines(lines: readonly TextLine[], vocabulary: Vocabulary): string {
  return lines.reduce((text, line) => joinProse(text, line.text.replace(/\t/g, ' '), vocabulary), '');
}

/** Lines of code, indented as they are painted. */
export function joinCodeLines(lines: readonly TextLine[]): string {
  const left = Math.min(...lines.map((line) => line.left));
  return lines
    .map((line, index) => blankLines(lines[index - 1], line) + indentation(line, left) + line.text)
    .join('\n');
}

function indentation(line: TextLine, left: number): string {
  const [first] = line.pieces;
  return first ? ' '.repeat(Math.max(0, Math.round((line.left - left) / letterWidth(first)))) : '';
}

/** White that is higher than a line stands for an empty one. */
function blankLines(above: TextLine | undefined, line: TextLine): string {
  return above !== undefined && line.baseline - above.baseline > 1.9 * line.size ? '\n' : '';
}

/** Rows of a table: cells parted by bars, as tables of web pages are kept. */
export function joinRows(lines: readonly TextLine[]): string {
  return lines.map((line) => line.text.replace(/\t+/g, ' | ')).join('\n');
}
