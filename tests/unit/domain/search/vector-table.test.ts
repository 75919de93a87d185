import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre } from '@/lib/domain/embedding/centring';
import { encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { dot, normalise } from '@/lib/domain/embedding/vector';
import { bestOf } from '@/lib/domain/search/best-of';
import { signCode, signDistance } from '@/lib/domain/search/sign-codes';
import { VectorTable } from '@/lib/domain/search/vector-table';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { randomVector } from '@/tests/support/seed-vectors';

const random = createSeededRandom(3);
const centres = { en: randomVector(random), zh: randomVector(random) };
const languageOf = (slot: number) => (slot % 2 === 0 ? 'en' : 'zh');
const topics = Array.from({ length: 12 }, () => randomVector(random));
const near = (vector: Float32Array, noise: number) => {
  const other = randomVector(random);
  return normalise(vector.map((value, i) => value + noise * (other[i] ?? 0)));
};
const vectors = Array.from({ length: 600 }, (_, slot) => {
  const topic = near(topics[slot % 12] ?? randomVector(random), 0.7);
  return normalise(topic.map((value, i) => value + 2 * (centres[languageOf(slot)][i] ?? 0)));
});
const everything = () => true;

function tableOf(prefilterAbove?: number): VectorTable {
  const table = new VectorTable(prefilterAbove);
  table.recentre(centres);
  vectors.forEach((vector, slot) => {
    table.set(slot, languageOf(slot), new Uint8Array(encodeInt8(vector)));
  });
  return table;
}

describe('the table of vectors', () => {
  it('compares centred vectors, also across languages', () => {
    const table = tableOf();
    const question = table.prepare(vectors[0] ?? new Float32Array(), 'en');
    const centred = centre(vectors[0] ?? new Float32Array(), centres.en);
    vectors.slice(0, 50).forEach((vector, slot) => {
      const cosine = dot(centred, centre(vector, centres[languageOf(slot)]));
      expect(table.similarity(question, slot)).toBeCloseTo(cosine, 2);
    });
  });

  it('finds almost the same by signs first as by looking at every vector', () => {
    const [exact, prefiltered] = [tableOf(), tableOf(100)];
    let kept = 0;
    for (const slot of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const question = exact.prepare(near(vectors[slot] ?? new Float32Array(), 0.3), languageOf(slot));
      const best = exact.nearest(question, 3, everything);
      const found = prefiltered.nearest(question, 3, everything);
      kept += best.filter((one) => found.includes(one)).length;
    }
    expect(kept).toBeGreaterThanOrEqual(27);
  });

  it('forgets what was removed and looks only among what is accepted', () => {
    const table = tableOf();
    const question = table.prepare(vectors[4] ?? new Float32Array(), 'en');
    expect(table.nearest(question, 1, everything)).toEqual([4]);
    table.remove(4);
    expect(table.has(4)).toBe(false);
    expect(table.similarity(question, 4)).toBe(0);
    expect(table.nearest(question, 600, everything)).not.toContain(4);
    expect(table.nearest(question, 600, (slot) => slot < 10)).toHaveLength(9);
  });

  it('puts raw cosines of one language on the scale of centred ones', () => {
    const table = tableOf();
    const question = table.prepare(vectors[0] ?? new Float32Array(), 'en');
    const slots = [0, 2, 4, 6, 8, 1, 3];
    const similarities = table.similarities(question, slots);
    const mean = (of: (slot: number) => number) =>
      slots.slice(0, 5).reduce((sum, slot) => sum + of(slot), 0) / 5;
    expect(mean((slot) => similarities.get(slot) ?? 0)).toBeCloseTo(
      mean((slot) => table.similarity(question, slot)),
      3,
    );
    expect(similarities.get(1)).toBe(table.similarity(question, 1));
  });
});

describe('signs', () => {
  it('differ in as many places as the numbers do', () => {
    const numbers = fc.float32Array({ minLength: 70, maxLength: 70, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const expected = a.filter((value, i) => value > 0 !== (b[i] ?? 0) > 0).length;
        expect(signDistance(signCode(a), signCode(b), 0)).toBe(expected);
      }),
    );
  });
});

describe('the best of some', () => {
  it('are the first of the sorted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(30), (items, count) => {
        const sorted = items.map((score, i) => ({ score, i })).sort((a, b) => b.score - a.score || a.i - b.i);
        const best = bestOf([...items.keys()], count, (i) => items[i] ?? 0);
        expect(best).toEqual(sorted.slice(0, count).map(({ i }) => i));
      }),
    );
  });
});
