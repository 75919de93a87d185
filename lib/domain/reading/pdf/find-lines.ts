import { orderByColumns } from './columns';
import type { PageText, TextPiece } from './page-text';
import { createLine, isCodePiece, isLevelWith, type TextLine, WIDE_GAP } from './text-line';

/** Spaces that a program's text may have between two words of a line, in ems. */
const WIDEST_CODE_GAP = 20;

/** How far a piece may reach back over the one before it, in ems: Chinese punctuation is set closer than it is wide. */
const OVERLAP = 0.7;

/** The lines of a page in the order of reading; each array is one column, or what runs across several. */
export function findLines(page: PageText): TextLine[][] {
  return orderByColumns(findRuns(page.pieces)).map(joinRuns);
}

/** Puts pieces together that follow each other without a wide gap. */
function findRuns(pieces: readonly TextPiece[]): TextLine[] {
  const runs: TextPiece[][] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && continues(piece, last)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.map(createLine);
}

function continues(piece: TextPiece, last: TextPiece): boolean {
  const em = Math.max(piece.size, last.size);
  const gap = piece.left - (last.left + last.width);
  const widest = isCodePiece(piece) && isCodePiece(last) ? WIDEST_CODE_GAP : WIDE_GAP;
  return gap > -OVERLAP * em && gap < widest * em && isLevelWith(piece, last);
}

/** Puts runs of one column together that stand on one line, from top to bottom. */
function joinRuns(runs: readonly TextLine[]): TextLine[] {
  const lines: TextLine[][] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const line = lines.at(-1);
    const isBeside = line?.every((other) => isLevelWith(run, other) && !isOver(run, other));
    if (line && isBeside) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => createLine(line.flatMap((run) => run.pieces)));
}

/** Text painted over other text is another line, however close. */
function isOver(one: TextLine, other: TextLine): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > OVERLAP * one.size;
}
