import { endsSentence } from './chunk-text';
import { cleanProse } from './passage-text';

/** What is said in some lines of a transcript that follow one another. */
export interface SpokenPassage {
  readonly text: string;
  /** Positions among the lines, from 0: the first and the last that it has a part of. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A Chinese character counts as two letters. */
const ENOUGH = 300;
const MOST = 600;

/**
 * Puts lines of a transcript, which break anywhere, together to passages of about 300 to 600 characters that end with a
 * sentence where there is punctuation. Yields each passage as soon as it is complete.
 */
export function* joinSpokenLines(lines: readonly string[]): Generator<SpokenPassage, void> {
  let text = '';
  let width = 0;
  let [firstLine, lastLine] = [0, 0];
  for (const [index, line] of lines.entries()) {
    for (const [part, piece] of sentencesOf(cleanProse(line)).entries()) {
      const pieceWidth = widthOf(piece);
      const isWhole = width >= ENOUGH && endsWithSentence(text);
      if (isWhole || (width > 0 && width + pieceWidth > MOST)) {
        yield { text: text.trim(), firstLine, lastLine };
        [text, width] = ['', 0];
      }
      if (width === 0) firstLine = index;
      text = part === 0 ? joinText(text, piece) : text + piece;
      width += pieceWidth;
      lastLine = index;
    }
  }
  if (width > 0) yield { text: text.trim(), firstLine, lastLine };
}

function endsWithSentence(text: string): boolean {
  const { length } = text.trimEnd();
  return endsSentence(text, length);
}

/** Between Chinese lines there is no space. The one behind a sentence stays, for what follows it in its line. */
function joinText(before: string, after: string): string {
  if (before === '') return after;
  return cleanProse(`${before}\n${after}`) + (after.endsWith(' ') ? ' ' : '');
}

/** Pieces of a line, each to the end of a sentence and the blank behind it. */
function sentencesOf(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let index = 1; index <= line.length; index += 1) {
    const isEnd = index === line.length || (endsSentence(line, index) && !endsSentence(line, index + 1));
    if (!isEnd) continue;
    const next = line.charAt(index) === ' ' ? index + 1 : index;
    pieces.push(line.slice(start, next));
    start = next;
    index = Math.max(index, next);
  }
  return pieces.filter((piece) => piece !== '');
}

function widthOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
