import { describe, expect, it } from 'vitest';
import { matchShingles, pageF1, scoreExtraction } from '@/tests/bench/shingle-scoring';

describe('matchShingles', () => {
  it('counts four words in a row as often as they stand in both texts', () => {
    expect(matchShingles('a b c d e', 'a b c d, a b c d')).toEqual({
      both: 1 / 6,
      onlyFound: 4 / 6,
      onlyExpected: 1 / 6,
    });
  });

  it('takes a text of fewer words as one shingle, and tells cases apart', () => {
    expect(matchShingles('one two', 'one two')).toEqual({ both: 1, onlyFound: 0, onlyExpected: 0 });
    expect(matchShingles('one two', 'One two').both).toBe(0);
  });

  it('takes a run of Chinese characters as one word', () => {
    expect(matchShingles('热 流, 向_低 温。', '热 流 向_低 温').both).toBe(1);
  });
});

describe('scoreExtraction', () => {
  it('is the F1 of the means, in which a page without a find has no precision', () => {
    const found = matchShingles('a b c d', 'a b c d e');
    const nothing = matchShingles('a b c d', '');
    const score = scoreExtraction([found, nothing]);
    expect(score).toMatchObject({ precision: 0.5, recall: 0.5 });
    expect(score.f1).toBeCloseTo(0.5);
    expect(pageF1(nothing)).toBe(0);
  });
});
