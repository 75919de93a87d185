import type { TextLine } from './text-line';

/** The lines of a page, and its number in the file. */
export interface NumberedPage {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Shares of the height of a page at its top and bottom where running heads and feet are. */
const MARGIN = 0.12;
/** How far a running head may be off from page to page, in points. */
const SAME_PLACE = 4;

const LONE_NUMBER =
  /^\W*(?:(?:page|p\.|第)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:页|(?:\/|of|共)\s*\d{1,4}\s*页?)?)\W*$/iu;

/**
 * The lines at the edges of a page that belong to the book and not to the text: page numbers, and what stands at the same
 * place of a page close by, be it with another number.
 */
export function findRunningHeads(page: NumberedPage, pagesCloseBy: readonly NumberedPage[]): Set<TextLine> {
  const others = pagesCloseBy.filter(({ number }) => number !== page.number);
  const isRunning = (line: TextLine) =>
    isMarginal(line, page) &&
    (LONE_NUMBER.test(line.text) || others.some((other) => repeatsOn(other, line, page.number)));
  return new Set(page.lines.filter(isRunning));
}

function isMarginal(line: TextLine, { height }: NumberedPage): boolean {
  return line.baseline < MARGIN * height || line.baseline > (1 - MARGIN) * height;
}

function repeatsOn(other: NumberedPage, line: TextLine, number: number): boolean {
  return other.lines.some(
    (candidate) =>
      Math.abs(candidate.baseline - line.baseline) < SAME_PLACE &&
      (wording(candidate.text) === wording(line.text) ||
        hasNextNumber(candidate.text, line.text, other.number - number)),
  );
}

function wording(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\b[ivxlc]+\b/g, '#');
}

/** Whether both begin or end with a number, and the numbers differ as the pages do. */
function hasNextNumber(other: string, text: string, distance: number): boolean {
  return edgeNumbers(text).some((number) => edgeNumbers(other).includes(number + distance));
}

function edgeNumbers(text: string): number[] {
  return [text.match(/^\d{1,4}(?=\s|$)/)?.[0], text.match(/(?<=\s|^)\d{1,4}$/)?.[0]].flatMap((digits) =>
    digits === undefined ? [] : [Number(digits)],
  );
}
