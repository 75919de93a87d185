import { cleanLines, cleanProse } from '../passage-text';
import { joinCodeLines, joinProseLines, joinRows } from './join-lines';
import type { Box, LayoutBlock, LayoutKind } from './layout-block';
import { endsSentence, isContentsLine, isItem, isRow } from './line-groups';
import { plainCharacters } from './plain-characters';
import type { TextLine } from './text-line';
import type { Vocabulary } from './vocabulary';

/** What the text around a block says about it. */
export interface Surroundings {
  /** Size of most letters of the pages close by, in points. */
  readonly bodySize: number;
  readonly vocabulary: Vocabulary;
}

const HEADING_SIZE = 1.12;
const LONGEST_HEADING = 200;
const LONGEST_NUMBERED_HEADING = 90;
const NUMBERED =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|第[一二三四五六七八九十百\d]+[章节篇讲]|[一二三四五六七八九十]+、|chapter \d+)[\s.:：]*\S/iu;
const CAPTION =
  /^(?:(?:figure|fig\.|table|listing|algorithm)\s+[\dA-Z][\d.]*|[图表]\s*[\d一二三四五六七八九十][\d.\-–]*)\s*[:：.。\s—–-]/iu;
const FEWEST_ROWS = 2;

/** @param lines not empty, of one paragraph */
export function createBlock(lines: readonly TextLine[], surroundings: Surroundings): LayoutBlock {
  const kind = kindOf(lines, surroundings);
  return {
    kind,
    text: plainCharacters(textOf(lines, kind, surroundings.vocabulary)),
    pieces: lines.flatMap((line) => line.pieces),
    box: boxOf(lines),
    size: Math.max(...lines.map((line) => line.size)),
  };
}

/** What runs along the edge of the page. */
export function createAside(lines: readonly TextLine[]): LayoutBlock {
  const [line] = lines;
  return {
    kind: 'aside',
    text: cleanProse(joinProseLines(lines, new Set())),
    pieces: lines.flatMap((one) => one.pieces),
    box: boxOf(lines),
    size: line?.size ?? 0,
  };
}

function kindOf(lines: readonly TextLine[], { bodySize }: Surroundings): LayoutKind {
  const [first] = lines;
  if (first === undefined || lines.every(isContentsLine)) return 'aside';
  if (first.isMonospaced) return 'code';
  if (first.size >= HEADING_SIZE * bodySize && lengthOf(lines) <= LONGEST_HEADING) return 'heading';
  if (lines.length >= FEWEST_ROWS && lines.every(isRow)) return 'table';
  if (isNumberedHeading(lines)) return 'heading';
  if (CAPTION.test(first.text)) return 'caption';
  return isItem(first) ? 'list' : 'prose';
}

function isNumberedHeading(lines: readonly TextLine[]): boolean {
  const [only, ...more] = lines;
  return (
    only !== undefined &&
    more.length === 0 &&
    only.text.length <= LONGEST_NUMBERED_HEADING &&
    NUMBERED.test(only.text) &&
    !endsSentence(only.text)
  );
}

function textOf(lines: readonly TextLine[], kind: LayoutKind, vocabulary: Vocabulary): string {
  if (kind === 'code') return cleanLines(joinCodeLines(lines));
  if (kind === 'table') return cleanLines(joinRows(lines));
  return cleanProse(joinProseLines(lines, vocabulary));
}

function lengthOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

function boxOf(lines: readonly TextLine[]): Box {
  const left = Math.min(...lines.map((line) => line.left));
  const top = Math.min(...lines.map((line) => line.top));
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  return { left, top, width: right - left, height: bottom - top };
}
