import type { Passage } from './model';
import type { QuoteInContext } from './text-fragment';
import type { TextSpan } from './wanted-source';

/**
 * The part of a passage, or of a sentence in it, that a browser finds as it stands: it compares text within one block, so a
 * quote may not go over the lines of a listing or the cells of a table, nor over a formula, which pages spell in their own
 * way. What stands around it is given only from within the passage, since anything may stand between two blocks.
 */
export function fragmentQuote(passage: Passage, sentence: TextSpan | undefined): QuoteInContext {
  const { text } = passage;
  const whole = sentence ?? { start: 0, end: text.length };
  const { start, end } = longest(plainStretches(passage, whole)) ?? whole;
  const isWhole = start === whole.start && end === whole.end;
  return {
    before: isWhole ? text.slice(0, start) : '',
    exact: text.slice(start, end),
    after: isWhole ? text.slice(end) : '',
  };
}

function plainStretches({ text, kind, formulas = [] }: Passage, { start, end }: TextSpan): TextSpan[] {
  const breaks = kind === 'code' || kind === 'table' ? [...text.matchAll(/\n| \| /g)] : [];
  const gaps = [
    ...breaks.map(({ index, 0: gap }) => ({ start: index, end: index + gap.length })),
    ...formulas.map((formula) => ({ start: formula.start, end: formula.end })),
  ].filter((gap) => gap.end > start && gap.start < end);
  gaps.sort((one, other) => one.start - other.start);
  const starts = [start, ...gaps.map((gap) => gap.end)];
  const ends = [...gaps.map((gap) => gap.start), end];
  return starts.map((from, index) => ({ start: from, end: ends[index] ?? end }));
}

function longest(stretches: readonly TextSpan[]): TextSpan | undefined {
  const byLength = [...stretches].sort((one, other) => other.end - other.start - (one.end - one.start));
  return byLength[0];
}
