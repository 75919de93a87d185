import { describe, expect, it } from 'vitest';
import { dot, mean, normalise } from '@/lib/domain/embedding/vector';

const vector = (...numbers: number[]) => Float32Array.from(numbers);

describe('dot', () => {
  it('adds the products', () => {
    expect(dot(vector(1, 2, 3), vector(4, -5, 6))).toBe(12);
  });
});

describe('normalise', () => {
  it('gives unit length and keeps the direction', () => {
    const unit = normalise(vector(3, 4));
    expect(unit[0]).toBeCloseTo(0.6);
    expect(unit[1]).toBeCloseTo(0.8);
  });

  it('leaves a zero vector zero and gives a copy', () => {
    const zero = vector(0, 0);
    expect(normalise(zero)).toEqual(zero);
    expect(normalise(zero)).not.toBe(zero);
  });
});

describe('mean', () => {
  it('is taken number by number', () => {
    expect(mean([vector(1, 0), vector(3, 4)])).toEqual(vector(2, 2));
  });

  it('does not drift over many vectors', () => {
    const many = Array.from({ length: 100_000 }, () => vector(0.1));
    expect(mean(many)[0]).toBe(Math.fround(0.1));
  });

  it('refuses an empty list', () => {
    expect(() => mean([])).toThrow(RangeError);
  });
});
