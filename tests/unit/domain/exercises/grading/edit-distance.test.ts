import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinEdits } from '@/lib/domain/exercises/grading/edit-distance';

/** The whole table, as a reference for the band. */
function distance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const rows = left.map(() => new Array<number>(right.length + 1).fill(0));
  const table = [Array.from({ length: right.length + 1 }, (_, column) => column), ...rows];
  const at = (row: number, column: number): number => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 0; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const cell = Math.min(
        column > 0 ? at(row - 1, column - 1) + (same ? 0 : 1) : Number.POSITIVE_INFINITY,
        at(row - 1, column) + 1,
        column > 0 ? at(row, column - 1) + 1 : Number.POSITIVE_INFINITY,
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      (table[row] as number[])[column] = cell;
    }
  }
  return at(left.length, right.length);
}

describe('isWithinEdits', () => {
  it.each([
    ['photosynthesis', 'photosyntesis', 1],
    ['recieve', 'receive', 1],
    ['哈希函数', '哈西函数', 1],
    ['colour', 'color', 1],
    ['', 'ab', 2],
  ])('takes %s for %s', (a, b, limit) => {
    expect(isWithinEdits(a, b, limit)).toBe(true);
  });

  it('agrees with the full table', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(isWithinEdits(a, b, limit)).toBe(distance(a, b) <= limit);
      }),
      { numRuns: 500 },
    );
  });
});
