import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '@/lib/app/ports/encoder';
import { dot } from '@/lib/domain/embedding/vector';
import parallel from '@/tests/fixtures/parallel-passages.json';
import { createNodeEncoder } from '@/tests/support/node-encoder';

let encoder: Encoder;

beforeAll(async () => {
  encoder = await createNodeEncoder();
}, 60_000);

const embed = (texts: readonly string[]) => encoder.encode(texts, 'passage', { urgency: 'backlog' });
const cosine = (a?: Float32Array, b?: Float32Array) => dot(a ?? new Float32Array(), b ?? new Float32Array());

describe('the shipped model behind the encoder', () => {
  it('answers mixed batches in input order, with vectors next to those of one text at a time', async () => {
    const pairs = parallel.slice(0, 4).flatMap(({ en, zh }) => [en, zh]);
    const texts = pairs.flatMap((text, i) =>
      i % 2 === 0 ? [text, text.slice(0, 20)] : [text.slice(0, 9), text],
    );
    const together = await embed(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await embed([text]);
      expect(cosine(together[i], alone)).toBeGreaterThanOrEqual(0.999);
    }
  });

  it('gives a finite unit vector to whatever a page may hold', async () => {
    const odd = ['', '   ', '\n\t', '🌱', 'half an emoji \ud83d', '\u202e', 'word '.repeat(2_000)];
    const vectors = await embed(odd);
    expect(vectors).toHaveLength(odd.length);
    for (const vector of vectors) {
      expect(vector.every(Number.isFinite)).toBe(true);
      expect(cosine(vector, vector)).toBeCloseTo(1, 4);
    }
  });

  it('lets the end of a long passage have its say', async () => {
    const [first, second] = parallel;
    const opening = `${first?.en} `.repeat(12);
    const subject = `${second?.en} `.repeat(6);
    const [alone, withEnd, end] = await embed([opening, opening + subject, subject]);
    expect(cosine(withEnd, end)).toBeGreaterThan(cosine(alone, end) + 0.01);
  });
});
