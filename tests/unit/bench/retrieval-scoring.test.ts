import { expect, it } from 'vitest';
import { scoreRetrieval } from '../../bench/retrieval-scoring';

it('scores where the right passages stand', () => {
  const lists = [
    { found: ['a', 'b'], right: ['a'] },
    { found: ['b', 'a'], right: ['a', 'c'] },
    { found: ['b', 'c', 'd', 'e', 'f', 'a'], right: ['a'] },
    { found: [], right: ['a'] },
  ];
  expect(scoreRetrieval(lists)).toEqual({
    first: 0.25,
    firstFive: 0.5,
    meanReciprocalRank: expect.closeTo((1 + 1 / 2 + 1 / 6) / 4),
  });
});
