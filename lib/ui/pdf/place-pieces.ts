import type { LayoutBlock } from '@/lib/domain/reading/pdf/layout-block';
import type { TextPiece } from '@/lib/domain/reading/pdf/page-text';
import { ASCENT, WORD_GAP } from '@/lib/domain/reading/pdf/text-line';

/** A piece of text where it lies in its block, in points. */
export interface PlacedPiece {
  /** Ends in a space where a word does. */
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly isMonospaced: boolean;
  /** How much wider than in the font of the screen it is painted. */
  readonly stretch: number;
}

/** Size at which widths are measured; only their proportion counts. */
const MEASURED_SIZE = 32;

/** Lays invisible text exactly over the letters of the picture, whatever font the screen has. */
export function placePieces({ pieces, box }: LayoutBlock): PlacedPiece[] {
  return pieces.map((piece, index) => {
    const { text, left, baseline, size, isMonospaced } = piece;
    return {
      text: text.trimEnd() + (endsWord(piece, pieces[index + 1]) ? ' ' : ''),
      left: left - box.left,
      top: baseline - ASCENT * size - box.top,
      size,
      isMonospaced,
      stretch: stretchOf(piece),
    };
  });
}

function endsWord(piece: TextPiece, next: TextPiece | undefined): boolean {
  if (next === undefined) return false;
  const gap = next.left - (piece.left + piece.width);
  const isChinese = /\p{Script=Han}$/u.test(piece.text) && /^\p{Script=Han}/u.test(next.text);
  return /\s$/.test(piece.text) || (!isChinese && (gap > WORD_GAP * piece.size || gap < -piece.size));
}

let ruler: OffscreenCanvasRenderingContext2D | null | undefined;

function stretchOf({ text, width, size, isMonospaced }: TextPiece): number {
  ruler ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!ruler || width <= 0) return 1;
  ruler.font = `${MEASURED_SIZE}px ${isMonospaced ? 'monospace' : 'sans-serif'}`;
  const natural = (ruler.measureText(text.trimEnd()).width / MEASURED_SIZE) * size;
  return natural > 0 ? width / natural : 1;
}
