import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixScores, rescale, standardise } from '@/lib/domain/search/mix-scores';

const scores = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 50 });
const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

describe('standard scores', () => {
  it('have mean 0 and keep the order', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const standard = standardise(list);
        expect(mean(standard)).toBeCloseTo(0, 4);
        list.forEach((value, i) => {
          list.forEach((other, j) => {
            if (value > other) expect(standard[i]).toBeGreaterThanOrEqual(standard[j] ?? 0);
          });
        });
      }),
    );
  });

  it('are all 0 when the scores do not differ, and nothing when there are none', () => {
    expect(standardise([0.3, 0.3, 0.3])).toEqual([0, 0, 0]);
    expect(standardise([])).toEqual([]);
  });

  it('take the mean and the spread of others', () => {
    expect(rescale([1, 2, 3], [10, 20, 30])).toEqual([10, 20, 30].map((value) => expect.closeTo(value)));
  });
});

describe('mixed scores', () => {
  it('weigh meaning 0.6 and words 0.4', () => {
    expect(mixScores([1, -1], [-1, 1], 0)).toEqual([expect.closeTo(0.2), expect.closeTo(-0.2)]);
  });

  it('count a meaning that is not known as the mean', () => {
    const [, unknown] = mixScores([1, undefined, -1], [0, 0, 0], 0);
    expect(unknown).toBe(0);
  });

  it('do not let one small match by chance win over meaning', () => {
    const meaning = [0.6, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.3];
    const words = [0, 0, 0, 0, 0, 0, 0, 0, 0, 2];
    const best = (leastDeviation: number) => {
      const mixed = mixScores(meaning, words, leastDeviation);
      return mixed.indexOf(Math.max(...mixed));
    };
    expect(best(0)).toBe(9);
    expect(best(5)).toBe(0);
  });
});
