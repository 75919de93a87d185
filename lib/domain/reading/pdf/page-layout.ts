import { carryOver } from './carry-over';
import { createAside, createBlock, type Surroundings } from './create-block';
import { findLines } from './find-lines';
import { isRunningText, type LayoutBlock, type PageLayout } from './layout-block';
import { groupLines, isSameSize } from './line-groups';
import type { PageText } from './page-text';
import { findRunningHeads, type NumberedPage } from './running-heads';
import type { TextLine } from './text-line';
import { collectWords, type Vocabulary } from './vocabulary';

/** Lines of a page by columns, in the order of reading. */
export interface LinedPage extends NumberedPage {
  readonly width: number;
  readonly lang: string;
  readonly columns: readonly (readonly TextLine[])[];
}

/** How many pages before and after one say what its running heads and its usual size of letters are. */
export const PAGES_AROUND = 2;

export function linePage(page: PageText, number: number): LinedPage {
  const columns = findLines(page);
  const { width, height, lang } = page;
  return { number, width, height, lang, columns, lines: columns.flat() };
}

/**
 * The blocks of a page in the order of reading, with the end of a sentence that runs over to the next page and without
 * that of one which began on the page before.
 *
 * @param closeBy the page itself and up to `PAGES_AROUND` + 1 on either side
 */
export function layOutPage(number: number, closeBy: readonly LinedPage[]): PageLayout {
  const page = closeBy.find((other) => other.number === number);
  const surroundings = lookAround(pagesAround(number, closeBy));
  const bodyOf = (wanted: number) => findBody(wanted, closeBy, surroundings);
  const { vocabulary } = surroundings;
  const withoutEnd = joinAtBreak(bodyOf(number - 1).body, bodyOf(number).body, vocabulary).after;
  const whole = joinAtBreak(withoutEnd, bodyOf(number + 1).body, vocabulary).before;
  return {
    number,
    width: page?.width ?? 0,
    height: page?.height ?? 0,
    lang: page?.lang ?? '',
    blocks: [...whole, ...bodyOf(number).asides],
  };
}

function pagesAround(number: number, closeBy: readonly LinedPage[]): LinedPage[] {
  return closeBy.filter((page) => Math.abs(page.number - number) <= PAGES_AROUND);
}

function lookAround(pages: readonly LinedPage[]): Surroundings {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap((page) => page.lines)) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [bodySize = 0] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { bodySize, vocabulary: collectWords(pages.flatMap((page) => page.lines.map((line) => line.text))) };
}

function findBody(
  number: number,
  closeBy: readonly LinedPage[],
  surroundings: Surroundings,
): { body: LayoutBlock[]; asides: LayoutBlock[] } {
  const page = closeBy.find((other) => other.number === number);
  if (page === undefined) return { body: [], asides: [] };
  const heads = findRunningHeads(page, pagesAround(number, closeBy));
  const columns = page.columns.map((lines) =>
    groupLines(lines.filter((line) => !heads.has(line))).map((group) => createBlock(group, surroundings)),
  );
  const body = columns.reduce<LayoutBlock[]>((above, column) => {
    const { before, after } = joinAtBreak(above, column, surroundings.vocabulary);
    return [...before, ...after];
  }, []);
  return { body, asides: [...heads].map((line) => createAside([line])) };
}

/** Carries the end of a sentence over a break between columns or pages, past footnotes and figures. */
function joinAtBreak(before: LayoutBlock[], after: LayoutBlock[], vocabulary: Vocabulary) {
  const first = after.findIndex(({ kind }) => kind !== 'caption' && kind !== 'table' && kind !== 'aside');
  const below = after[first];
  const last = before.findLastIndex((block) => isRunningText(block) && below && isSameSize(block, below));
  const above = before[last];
  const carried = above && below && carryOver(above, below, vocabulary);
  if (!carried) return { before, after };
  return { before: before.with(last, carried.before), after: after.with(first, carried.after) };
}
