import { isSameSize } from './line-groups';
import { isLevelWith, type TextLine } from './text-line';

/** Where a gap between columns may be, as shares of the width of what is to be divided. */
const GUTTER_FROM = 0.2;
const GUTTER_TO = 0.8;

/** Narrower white is a space between words that happens to stand above another, in points. */
const NARROWEST_GUTTER = 8;

/** Most of the runs that may cross the gutter: titles, figures, footers. */
const MOST_CROSSING = 0.25;

/** Fewest runs beside a gutter. */
const FEWEST_RUNS = 4;

/** How far the next line of a paragraph is at most, in ems. */
const NEXT_LINE = 1.6;

/** Lines of prose fill their column; cells of a table do not. */
const FILLED_SHARE = 0.7;
const MOST_FILL = 0.5;

/** Runs in the order of reading: by columns where the page has them, each array one column or what runs across. */
export function orderByColumns(runs: readonly TextLine[]): TextLine[][] {
  const gutter = findGutter(runs);
  if (gutter === undefined) return runs.length === 0 ? [] : [[...runs]];
  const parts: TextLine[][] = [];
  let band: TextLine[] = [];
  let across: TextLine[] = [];
  const closeBand = () => {
    parts.push(...orderByColumns(band.filter((run) => run.right <= gutter)));
    parts.push(...orderByColumns(band.filter((run) => run.right > gutter)));
    band = [];
  };
  const closeAcross = () => {
    if (across.length > 0) parts.push(across);
    across = [];
  };
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const last = across.at(-1);
    if (crosses(run, gutter) || (last && endsAcross(last, run, gutter, runs))) {
      closeBand();
      across.push(run);
    } else {
      closeAcross();
      band.push(run);
    }
  }
  closeBand();
  closeAcross();
  return parts;
}

function crosses(run: TextLine, gutter: number): boolean {
  return run.left < gutter && run.right > gutter;
}

/** Whether a run is the short last line of text across both columns: below it, as large, and nothing beside it. */
function endsAcross(last: TextLine, run: TextLine, gutter: number, runs: readonly TextLine[]): boolean {
  const isBelow = run.baseline - last.baseline < NEXT_LINE * run.size && run.left < gutter;
  const isBeside = (other: TextLine) => other.left >= gutter && isLevelWith(other, run);
  return isBelow && isSameSize(last, run) && !runs.some(isBeside);
}

/** The middle of the white between two columns of prose, in points from the left; undefined when there is one column. */
function findGutter(runs: readonly TextLine[]): number | undefined {
  if (runs.length < 2 * FEWEST_RUNS) return undefined;
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const candidates = runs
    .map((run) => run.left - NARROWEST_GUTTER / 2)
    .filter((x) => x > left + GUTTER_FROM * (right - left) && x < left + GUTTER_TO * (right - left));
  const crossings = (x: number) =>
    runs.filter((run) => run.left < x + NARROWEST_GUTTER / 2 && run.right > x - NARROWEST_GUTTER / 2).length;
  let best: { x: number; count: number } | undefined;
  for (const x of new Set(candidates.map(Math.floor))) {
    const count = crossings(x);
    if (best === undefined || count < best.count) best = { x, count };
  }
  if (best === undefined || best.count > MOST_CROSSING * runs.length) return undefined;
  const { x } = best;
  const sides = [runs.filter((run) => run.right <= x), runs.filter((run) => run.left >= x)];
  return sides.every(isProseColumn) ? x : undefined;
}

function isProseColumn(runs: readonly TextLine[]): boolean {
  if (runs.length < FEWEST_RUNS) return false;
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const filling = runs.filter((run) => run.right - run.left >= FILLED_SHARE * (right - left));
  const letters = (all: readonly TextLine[]) => all.reduce((sum, run) => sum + run.text.length, 0);
  return letters(filling) >= MOST_FILL * letters(runs);
}
