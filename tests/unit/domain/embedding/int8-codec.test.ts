import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedLength, decodeInt8, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { dot, normalise } from '@/lib/domain/embedding/vector';
import { createSeededRandom } from '@/lib/domain/shared/random';

/** The sum of twelve even numbers is close to normal. */
function unitVector(seed: number, dimension: number): Float32Array {
  const random = createSeededRandom(seed);
  const gaussian = () => Array.from({ length: 12 }, random).reduce((sum, next) => sum + next, -6);
  return normalise(Float32Array.from({ length: dimension }, gaussian));
}

describe('int8 codec', () => {
  it('keeps a cosine of 0.9999 and the length', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const vector = unitVector(seed, 384);
        const decoded = decodeInt8(encodeInt8(vector));
        const length = Math.sqrt(dot(decoded, decoded));
        expect(dot(vector, decoded) / length).toBeGreaterThanOrEqual(0.9999);
        expect(length).toBeCloseTo(1, 2);
      }),
    );
  });

  it('takes four bytes and one for each number', () => {
    expect(encodeInt8(unitVector(1, 384)).byteLength).toBe(388);
    expect(codedLength(3)).toBe(7);
  });

  it('keeps the largest number of either sign and rounds the others to its 127th parts', () => {
    const decoded = decodeInt8(encodeInt8(Float32Array.of(-1.27, 0.5, 0.004)), 0, 3);
    expect(decoded[0]).toBeCloseTo(-1.27, 5);
    expect(decoded[1]).toBeCloseTo(0.5, 5);
    expect(decoded[2]).toBe(0);
  });

  it('keeps a zero vector', () => {
    expect(decodeInt8(encodeInt8(new Float32Array(4)), 0, 4)).toEqual(new Float32Array(4));
  });

  it('reads a vector out of several', () => {
    const [a, b] = [unitVector(1, 5), unitVector(2, 5)];
    const joined = new Uint8Array([...new Uint8Array(encodeInt8(a)), ...new Uint8Array(encodeInt8(b))]);
    expect(decodeInt8(joined.buffer, codedLength(5), 5)).toEqual(decodeInt8(encodeInt8(b), 0, 5));
  });

  it('refuses bytes that end too early', () => {
    expect(() => decodeInt8(new ArrayBuffer(10), 0, 384)).toThrow(RangeError);
  });
});
