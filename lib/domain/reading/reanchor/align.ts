/** The part of a stretch of tokens that is most like the wanted text. */
export interface Alignment {
  /** Indices into the stretch, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Weight of the tokens that both have in the same order. */
  readonly matched: number;
}

/** One row of the table of scores: for each token of the stretch the best alignment that ends there. */
interface Row {
  readonly score: Float64Array;
  readonly matched: Float64Array;
  readonly start: Int32Array;
}

/** What a token too many or too few costs, as a share of the mean weight of a token. */
const GAP_SHARE = 0.3;

/**
 * Best local alignment of two token sequences (Smith and Waterman 1981), in which a match counts as much as its token
 * weighs. Yields after every token of the wanted text; time is the product of the lengths.
 *
 * @param weights of the wanted tokens, positive
 */
export function* align(
  wanted: readonly string[],
  stretch: readonly string[],
  weights: readonly number[],
): Generator<undefined, Alignment> {
  const gap = (GAP_SHARE * weights.reduce((sum, weight) => sum + weight, 0)) / Math.max(wanted.length, 1);
  let best = { score: 0, start: 0, end: 0, matched: 0 };
  let above = createRow(stretch.length);
  let row = createRow(stretch.length);
  for (const [index, form] of wanted.entries()) {
    const weight = weights[index] ?? 0;
    for (let column = 0; column < stretch.length; column += 1) {
      if (stretch[column] === form) extend(row, above, column, weight);
      else carryOver(row, above, column, gap);
      const score = row.score[column] ?? 0;
      if (stretch[column] === form && score > best.score)
        best = { score, start: row.start[column] ?? 0, end: column + 1, matched: row.matched[column] ?? 0 };
    }
    [above, row] = [row, above];
    yield undefined;
  }
  return { start: best.start, end: best.end, matched: best.matched };
}

function createRow(length: number): Row {
  return {
    score: new Float64Array(length),
    matched: new Float64Array(length),
    start: new Int32Array(length),
  };
}

/** A match goes on with the alignment that ends diagonally before it, or begins one. */
function extend(row: Row, above: Row, column: number, weight: number): void {
  const score = above.score[column - 1] ?? 0;
  row.score[column] = score + weight;
  row.matched[column] = (score > 0 ? (above.matched[column - 1] ?? 0) : 0) + weight;
  row.start[column] = score > 0 ? (above.start[column - 1] ?? 0) : column;
}

/** A replaced, added or left-out token makes the best alignment before it worse, until nothing of it is left. */
function carryOver(row: Row, above: Row, column: number, gap: number): void {
  const replaced = (above.score[column - 1] ?? 0) - 2 * gap;
  const leftOut = (above.score[column] ?? 0) - gap;
  const added = (row.score[column - 1] ?? 0) - gap;
  const score = Math.max(0, replaced, leftOut, added);
  const [from, at] =
    score === leftOut ? [above, column] : score === added ? [row, column - 1] : [above, column - 1];
  row.score[column] = score;
  row.matched[column] = score > 0 ? (from.matched[at] ?? 0) : 0;
  row.start[column] = score > 0 ? (from.start[at] ?? 0) : 0;
}
