/**
 * Whether two words differ by at most `limit` edits (a character added, left out or replaced, or two neighbours swapped:
 * optimal string alignment). Looks only at the diagonal band of that width, so time is linear in the length.
 */
export function isWithinEdits(a: string, b: string, limit: number): boolean {
  const left = [...a];
  const right = [...b];
  if (Math.abs(left.length - right.length) > limit) return false;
  const beyond = limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => Math.min(column, beyond));
  for (let row = 1; row <= left.length; row += 1) {
    const current = new Array<number>(right.length + 1).fill(beyond);
    if (row <= limit) current[0] = row;
    const last = Math.min(right.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= last; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (previous[column - 1] ?? beyond) + (isSame ? 0 : 1),
        (previous[column] ?? beyond) + 1,
        (current[column - 1] ?? beyond) + 1,
        isSwap ? (beforePrevious[column - 2] ?? beyond) + 1 : beyond,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return (previous[right.length] ?? beyond) <= limit;
}
