import { describe, expect, it } from 'vitest';
import {
  centre,
  centreFor,
  centresFor,
  extendMean,
  PRIOR_WEIGHT,
  reduceMean,
} from '@/lib/domain/embedding/centring';
import { dot } from '@/lib/domain/embedding/vector';

const vector = (...numbers: number[]) => Float32Array.from(numbers);
const near = (actual: Float32Array | undefined, ...expected: number[]) => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual?.[i]).toBeCloseTo(value, 5);
  });
};

describe('centreFor', () => {
  it('is the prior while nothing is known of the learner', () => {
    near(centreFor(vector(1, 2), undefined), 1, 2);
    near(centreFor(vector(1, 2), { count: 0, mean: vector(9, 9) }), 1, 2);
  });

  it('lies half way when as many own vectors are known as the prior counts for', () => {
    near(centreFor(vector(1, 0), { count: PRIOR_WEIGHT, mean: vector(3, 2) }), 2, 1);
  });

  it('weighs sixty own vectors three times', () => {
    near(centreFor(vector(4, 0), { count: 60, mean: vector(0, 4) }), 1, 3);
  });

  it('takes another weight of the prior', () => {
    near(centreFor(vector(4), { count: 10, mean: vector(0) }, 30), 3);
  });
});

it('makes a centre for every language that has a prior', () => {
  const centres = centresFor({ en: vector(1) }, { zh: { count: 5, mean: vector(3) } });
  expect(centres).toEqual({ en: vector(1) });
});

describe('centre', () => {
  it('takes the centre away and gives unit length', () => {
    near(centre(vector(4, 6), vector(1, 2)), 0.6, 0.8);
  });

  it('makes unrelated directions of a squeezed space orthogonal', () => {
    const common = vector(0, 0, 10);
    const [a, b] = [vector(1, 0, 10), vector(0, 1, 10)];
    expect(dot(centre(a, common), centre(b, common))).toBeCloseTo(0);
  });
});

describe('extendMean', () => {
  it('gives the same mean in any number of steps', () => {
    const vectors = [vector(1, 1), vector(2, 0), vector(6, 2)];
    const atOnce = extendMean(undefined, vectors);
    const inSteps = extendMean(extendMean(undefined, vectors.slice(0, 1)), vectors.slice(1));
    expect(inSteps?.count).toBe(3);
    near(inSteps?.mean, 3, 1);
    near(atOnce?.mean, 3, 1);
  });

  it('stays as it is without new vectors', () => {
    expect(extendMean(undefined, [])).toBeUndefined();
  });
});

describe('reduceMean', () => {
  const vectors = [vector(1, 2), vector(3, 8), vector(-4, 5)];

  it('takes back what extending added', () => {
    const all = extendMean(undefined, vectors);
    const reduced = reduceMean(all, vectors.slice(1));
    expect(reduced?.count).toBe(1);
    near(reduced?.mean, 1, 2);
  });

  it('leaves nothing when nothing is left', () => {
    expect(reduceMean(extendMean(undefined, vectors), vectors)).toBeUndefined();
    expect(reduceMean(undefined, vectors)).toBeUndefined();
  });

  it('changes nothing when nothing is taken', () => {
    const all = extendMean(undefined, vectors);
    expect(reduceMean(all, [])).toBe(all);
  });
});
