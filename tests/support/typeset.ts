import type { PageText, TextPiece } from '@/lib/domain/reading/pdf/page-text';

export interface Setting {
  readonly left?: number;
  /** Baseline of the first line. */
  readonly top: number;
  readonly width?: number;
  readonly size?: number;
  /** Distance of two baselines, in ems. */
  readonly leading?: number;
  /** Of the first line, in points; negative hangs it out. */
  readonly indent?: number;
  readonly isMonospaced?: boolean;
}

const A4 = { width: 595, height: 842 };
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;

/** Sets text in lines as a page would have it: a piece for each line, broken between words, Chinese anywhere. */
export function typeset(text: string, setting: Setting): TextPiece[] {
  const { left = 70, top, width = 455, size = 10, leading = 1.2, indent = 0, isMonospaced = false } = setting;
  return breakLines(text, width, size, indent).map((line, index) => ({
    text: line,
    left: left + (index === 0 ? indent : 0),
    baseline: top + index * leading * size,
    width: widthOf(line, size),
    size,
    isMonospaced,
  }));
}

/** Baseline of the line below what was set. */
export function below(pieces: readonly TextPiece[], gap = 12): number {
  return Math.max(...pieces.map((piece) => piece.baseline)) + gap;
}

export function pageOf(pieces: readonly TextPiece[], lang = ''): PageText {
  return { ...A4, lang, pieces };
}

function breakLines(text: string, width: number, size: number, indent: number): string[] {
  const units = text.split(/(?<= )|(?=\n)|(?<=\n)|(?<=\p{Script=Han}|[，。、；：])/u);
  const lines: string[] = [''];
  for (const unit of units) {
    const line = lines.at(-1) ?? '';
    const room = width - (lines.length === 1 ? indent : 0);
    if (unit === '\n') lines.push('');
    else if (widthOf((line + unit).trimEnd(), size) > room && line !== '') lines.push(unit);
    else lines[lines.length - 1] = line + unit;
  }
  return lines.map((line) => line.trimEnd());
}

/** Latin letters are half as wide as Chinese characters here. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (HAN.test(character) ? size : size / 2), 0);
}
