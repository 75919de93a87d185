import type { TextPiece } from './page-text';

/** Pieces side by side: a whole line of a column, or a part of it between wide gaps. */
export interface TextLine {
  readonly pieces: readonly TextPiece[];
  /** Cells of a table's row are parted by tabs. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** Size of most of its letters, in points. */
  readonly size: number;
  readonly isMonospaced: boolean;
}

/** Letters reach so far above and below the line that they stand on, in ems. */
export const ASCENT = 0.8;
const DESCENT = 0.2;

/** A gap from which two pieces are two words, and one from which they are two columns or cells, in ems. */
export const WORD_GAP = 0.15;
export const WIDE_GAP = 1.5;

/** Reference marks are smaller than the text that they stand in, and raised. */
const MARK_SIZE = 0.8;
const MARK_RAISE = 0.2;

const WIDE_CHARACTER = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const WIDE_CHARACTERS = new RegExp(WIDE_CHARACTER, 'gu');

/** Shares of a line of code: of its narrow letters among all, and of monospaced ones among those. */
const CODE_NARROW = 0.2;
const CODE_MONOSPACED = 0.9;

/** @param pieces not empty */
export function createLine(pieces: readonly TextPiece[]): TextLine {
  const sorted = [...pieces].sort((a, b) => a.left - b.left);
  const main = sorted.reduce((most, piece) => (piece.text.length > most.text.length ? piece : most));
  const { baseline, size } = main;
  return {
    pieces: sorted,
    text: joinPieces(sorted.filter((piece, index) => !isReferenceMark(piece, sorted[index - 1], main))),
    left: Math.min(...sorted.map((piece) => piece.left)),
    right: Math.max(...sorted.map((piece) => piece.left + piece.width)),
    top: baseline - ASCENT * size,
    bottom: baseline + DESCENT * size,
    baseline,
    size,
    isMonospaced: isCodeLike(sorted),
  };
}

/** Chinese characters are equally wide in every font, so they tell nothing. */
export function isCodePiece({ text, isMonospaced }: TextPiece): boolean {
  return isMonospaced && !WIDE_CHARACTER.test(text);
}

function isCodeLike(pieces: readonly TextPiece[]): boolean {
  let [all, narrow, monospaced] = [0, 0, 0];
  for (const { text, isMonospaced } of pieces) {
    const narrowHere = text.length - (text.match(WIDE_CHARACTERS)?.length ?? 0);
    all += text.length;
    narrow += narrowHere;
    if (isMonospaced) monospaced += narrowHere;
  }
  return narrow > CODE_NARROW * all && monospaced > CODE_MONOSPACED * narrow;
}

/** Whether two pieces, or lines, stand beside each other; an index does beside its letter. */
export function isLevelWith(one: Level, other: Level): boolean {
  return Math.abs(middle(one) - middle(other)) < 0.5 * Math.max(one.size, other.size);
}

type Level = Pick<TextPiece, 'baseline' | 'size'>;

function middle({ baseline, size }: Level): number {
  return baseline - 0.3 * size;
}

/** The small raised number of a footnote, which is not part of the sentence. x² is not one: it follows a short name. */
function isReferenceMark(piece: TextPiece, before: TextPiece | undefined, main: TextPiece): boolean {
  const isSmallAndRaised =
    piece.size < MARK_SIZE * main.size && main.baseline - piece.baseline > MARK_RAISE * main.size;
  return (
    isSmallAndRaised &&
    /^[\d,*†‡\s[\]]+$/u.test(piece.text) &&
    /(\p{L}{3}|[\p{Script=Han}\p{P}])$/u.test(before?.text.trimEnd() ?? '')
  );
}

function joinPieces(pieces: readonly TextPiece[]): string {
  let text = '';
  let previous: TextPiece | undefined;
  for (const piece of pieces) {
    text += (previous ? separator(previous, piece) : '') + piece.text;
    previous = piece;
  }
  return text.trim();
}

function separator(left: TextPiece, right: TextPiece): string {
  const gap = right.left - (left.left + left.width);
  const em = Math.max(left.size, right.size);
  if (isCodePiece(left) && isCodePiece(right))
    return ' '.repeat(Math.max(0, Math.round(gap / letterWidth(left))));
  if (gap > WIDE_GAP * em) return '\t';
  if (gap < WORD_GAP * em || /\s$/.test(left.text) || /^\s/.test(right.text)) return '';
  return WIDE_CHARACTER.test(left.text.slice(-1)) && WIDE_CHARACTER.test(right.text.charAt(0)) ? '' : ' ';
}

/** Width of a letter of a piece in a font whose letters are equally wide, in points. */
export function letterWidth({ width, text, size }: TextPiece): number {
  return text.length > 0 && width > 0 ? width / text.length : size / 2;
}
