import { describe, expect, it } from 'vitest';
import { findNearest } from '@/lib/domain/embedding/nearest';

const vectors = new Map([
  ['east', Float32Array.of(1, 0)],
  ['north', Float32Array.of(0, 1)],
  ['north-east', Float32Array.of(Math.SQRT1_2, Math.SQRT1_2)],
  ['west', Float32Array.of(-1, 0)],
]);

describe('findNearest', () => {
  it('gives the most similar first, with their cosines', () => {
    const [first, second, ...others] = findNearest(Float32Array.of(1, 0), vectors, 2);
    expect(first).toEqual({ id: 'east', similarity: 1 });
    expect(second?.id).toBe('north-east');
    expect(second?.similarity).toBeCloseTo(Math.SQRT1_2);
    expect(others).toEqual([]);
  });

  it('gives all when more are wanted than there are, and none of none', () => {
    expect(findNearest(Float32Array.of(0, 1), vectors, 10)).toHaveLength(4);
    expect(findNearest(Float32Array.of(0, 1), new Map(), 10)).toEqual([]);
    expect(findNearest(Float32Array.of(0, 1), vectors, -1)).toEqual([]);
  });

  it('keeps the order of equally similar vectors', () => {
    const twins = new Map([
      ['b', Float32Array.of(1, 0)],
      ['a', Float32Array.of(1, 0)],
    ]);
    expect(findNearest(Float32Array.of(1, 0), twins, 2).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
