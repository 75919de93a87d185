import { describe, expect, it } from 'vitest';
import { isFoundFirst } from '@/lib/domain/exercises/gate/rank-check';

const near = Float32Array.of(0.8, 0.6);
const passages = new Map([
  ['own', Float32Array.of(1, 0)],
  ['other', Float32Array.of(0, 1)],
]);

describe('isFoundFirst', () => {
  it('holds while no other passage is closer to the stem', () => {
    expect(isFoundFirst(near, 'own', passages)).toBe(true);
    expect(isFoundFirst(near, 'other', passages)).toBe(false);
  });

  it('says nothing against a stem whose passage has no vector', () => {
    expect(isFoundFirst(near, 'unknown', passages)).toBe(true);
  });
});
