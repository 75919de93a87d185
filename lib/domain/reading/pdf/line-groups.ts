import type { TextLine } from './text-line';

/** What the lines of a paragraph are compared with. */
interface ColumnMeasure {
  /** Where full lines end. */
  readonly right: number;
  /** Usual distance of two baselines, in ems. */
  readonly leading: number;
}

const ITEM =
  /^(?:[•◦‣▪■●○·∙–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])(?:\s|(?=\p{Script=Han}))/u;
const SENTENCE_END = /[.!?。！？…:：;；]["'”’」』）)\]]*$/u;
const LEADERS = /(?:[.．·…]\s?){4,}\s*\S{1,6}$/u;

/** Marks that never begin a paragraph. */
const CLOSING_START = /^[，。、；：！？）》」』”’,.;:!?)\]]/u;

const SAME_SIZE = 0.08;
/** Farther to the side is indented, in ems. */
const INDENT = 0.6;
const WIDER_LEADING = 1.18;
const WIDEST_CODE_LEADING = 2.6;
const DEFAULT_LEADING = 1.2;
const FULL_LINE = 0.8;
/** Share of lines that end before what counts as the end of a full line, so that one long line does not decide. */
const USUAL_RIGHT = 0.9;

/** Divides the lines of a column into paragraphs, items, headings and stretches of code. */
export function groupLines(lines: readonly TextLine[]): TextLine[][] {
  const measure = measureColumn(lines);
  const groups: TextLine[][] = [];
  lines.forEach((painted, index) => {
    const group = groups.at(-1);
    const line = group ? asProse(painted, group, lines[index + 1], measure) : painted;
    if (group && goesOn(group, line, measure)) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

export function isItem(line: TextLine): boolean {
  return ITEM.test(line.text);
}

/** A line with cells, such as a row of a table. */
export function isRow(line: TextLine): boolean {
  return line.text.includes('\t');
}

/** A line of a table of contents: dots lead to a page number. */
export function isContentsLine(line: TextLine): boolean {
  return LEADERS.test(line.text);
}

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

export function isSameSize(one: Pick<TextLine, 'size'>, other: Pick<TextLine, 'size'>): boolean {
  return Math.abs(one.size - other.size) <= SAME_SIZE * Math.max(one.size, other.size);
}

function measureColumn(lines: readonly TextLine[]): ColumnMeasure {
  const distances = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const ems = above && isSameSize(above, line) ? (line.baseline - above.baseline) / line.size : 0;
    return ems > 0.8 && ems < 2.2 ? [Math.round(ems * 20) / 20] : [];
  });
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return {
    right: rights[Math.floor(USUAL_RIGHT * (rights.length - 1))] ?? 0,
    leading: mostFrequent(distances) ?? DEFAULT_LEADING,
  };
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

function goesOn(group: readonly TextLine[], line: TextLine, measure: ColumnMeasure): boolean {
  const above = group.at(-1);
  if (above === undefined || !isSameSize(above, line) || above.isMonospaced !== line.isMonospaced)
    return false;
  const ems = (line.baseline - above.baseline) / line.size;
  if (line.isMonospaced) return ems > 0 && ems < WIDEST_CODE_LEADING;
  if (ems <= 0 || ems > WIDER_LEADING * measure.leading || isContentsLine(line)) return false;
  if (isRow(line) || isRow(above)) return isRow(line) && isRow(above);
  return !isItem(line) && !startsParagraph(group, above, line, measure);
}

/** A name or address in a font for code can fill a line of a paragraph; that makes no code of the line. */
function asProse(
  line: TextLine,
  group: readonly TextLine[],
  next: TextLine | undefined,
  { leading }: ColumnMeasure,
): TextLine {
  const above = group.at(-1);
  if (!line.isMonospaced || above === undefined || above.isMonospaced) return line;
  const follows = (one: TextLine, other: TextLine) =>
    other.baseline - one.baseline <= WIDER_LEADING * leading * other.size;
  const isInColumn = Math.abs(line.left - (group[1] ?? above).left) <= INDENT * line.size;
  const isListing = next?.isMonospaced === true && follows(line, next);
  const goesOnInProse = isInColumn && !endsSentence(above.text) && follows(above, line);
  return goesOnInProse && !isListing ? { ...line, isMonospaced: false } : line;
}

/** Whether a line of prose begins anew, by its place and by how the line above ends. */
function startsParagraph(
  group: readonly TextLine[],
  above: TextLine,
  line: TextLine,
  { right }: ColumnMeasure,
): boolean {
  if (CLOSING_START.test(line.text)) return false;
  const [first = above, second] = group;
  const isFull = above.right - first.left > FULL_LINE * (right - first.left);
  const ended = endsSentence(above.text);
  const shift = (line.left - (second ?? first).left) / line.size;
  if (second !== undefined && Math.abs(shift) > INDENT) return true;
  if (second === undefined && isItem(first)) return !isFull && shift < INDENT / 2;
  if (shift > INDENT && ended) return true;
  return ended && !isFull;
}
