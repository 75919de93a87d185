import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideTokens } from '@/lib/engine/text-parts';

const HEAD = [0, 7, 8];
const END = 2;
const LIMIT = 128;

const bodyOf = (length: number) => Array.from({ length }, (_, i) => 100 + i);
const divide = (length: number) => divideTokens([...HEAD, ...bodyOf(length), END], HEAD.length, LIMIT);

describe('dividing a long text', () => {
  it('leaves one alone that fits', () => {
    expect(divide(LIMIT - HEAD.length - 1)).toEqual([[...HEAD, ...bodyOf(LIMIT - HEAD.length - 1), END]]);
  });

  it('makes parts that fit, with head and end mark, and that hold every token', () => {
    fc.assert(
      fc.property(fc.integer({ min: LIMIT, max: 3_000 }), (length) => {
        const parts = divide(length);
        expect(parts.length).toBeGreaterThan(1);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(LIMIT);
          expect(part.slice(0, HEAD.length)).toEqual(HEAD);
          expect(part.at(-1)).toBe(END);
        }
        const held = new Set(parts.flatMap((part) => part.slice(HEAD.length, -1)));
        expect([...held].sort((a, b) => a - b)).toEqual(bodyOf(length));
      }),
    );
  });

  it('makes parts of one length that overlap, so that they weigh the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: LIMIT, max: 3_000 }), (length) => {
        const bodies = divide(length).map((part) => part.slice(HEAD.length, -1));
        expect(new Set(bodies.map((body) => body.length)).size).toBe(1);
        bodies.slice(1).forEach((body, i) => {
          const before = new Set(bodies[i]);
          expect(body.filter((token) => before.has(token)).length).toBeGreaterThanOrEqual(60);
        });
      }),
    );
  });
});
