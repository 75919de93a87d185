import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre } from '@/lib/domain/embedding/centring';
import { dot, normalise } from '@/lib/domain/embedding/vector';
import { keepFoundFirst } from '@/lib/domain/exercises/gate/rank-check';
import { createSeededRandom } from '@/lib/domain/shared/random';

const ORIGIN = Float32Array.of(0, 0);
const near = Float32Array.of(0.8, 0.6);
const stored = new Map([
  ['own', Float32Array.of(1, 0)],
  ['other', Float32Array.of(0, 1)],
]);

describe('keepFoundFirst', () => {
  it('keeps a stem while no other passage is closer to it', () => {
    const [kept, dropped] = [
      { vector: near, passageId: 'own' },
      { vector: near, passageId: 'other' },
    ];
    expect(keepFoundFirst([kept, dropped], stored, ORIGIN)).toEqual([kept]);
  });

  it('says nothing against a stem whose passage has no vector', () => {
    const stem = { vector: near, passageId: 'unknown' };
    expect(keepFoundFirst([stem], stored, ORIGIN)).toEqual([stem]);
  });

  it('decides as if every vector were centred', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 30 }), (seed, count) => {
        const random = createSeededRandom(seed);
        const direction = () => normalise(Float32Array.from({ length: 8 }, () => random() - 0.4));
        const passages = new Map(Array.from({ length: count }, (_, i) => [`p${i}`, direction()] as const));
        const center = direction().map((value) => 0.7 * value);
        const stems = [...passages.keys()].map((passageId) => ({ vector: direction(), passageId }));
        const expected = stems.filter(({ vector, passageId }) => {
          const cosines = new Map(
            Array.from(passages, ([id, raw]) => [id, dot(vector, centre(raw, center))]),
          );
          return [...cosines.values()].every((cosine) => cosine <= (cosines.get(passageId) ?? 0));
        });
        expect(keepFoundFirst(stems, passages, center)).toEqual(expected);
      }),
    );
  });
});
