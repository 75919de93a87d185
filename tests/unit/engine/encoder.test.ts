import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from '@/lib/domain/embedding/vector';
import { createEncoder } from '@/lib/engine/encoder';
import type { EncoderRuntime, TokenBatch } from '@/lib/engine/encoder-runtime';

const DIMENSION = 4;
const START = 0;
const PAD = 1;
const END = 2;

/** A stand-in for the model: a token per character, and hidden states that depend on the token alone. */
function createRuntime() {
  const batches: TokenBatch[] = [];
  const runtime: EncoderRuntime = {
    padId: PAD,
    tokenise: (text) => [START, ...Array.from(text, (char) => 3 + (char.codePointAt(0) ?? 0)), END],
    async run(batch) {
      batches.push(batch);
      return Float32Array.from({ length: batch.rows * batch.width * DIMENSION }, (_, i) => {
        const token = Number(batch.ids[Math.floor(i / DIMENSION)]);
        return Math.sin(token * (1 + (i % DIMENSION)));
      });
    },
  };
  return { runtime, batches };
}

/** The tokens of each row of a batch that are not padding. */
function rowsOf({ ids, mask, rows, width }: TokenBatch): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(ids.slice(row * width, (row + 1) * width), Number).filter(
      (_, i) => mask[row * width + i] === 1n,
    ),
  );
}

describe('the encoder', () => {
  it('answers in input order, with the same unit vectors as one text at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }), { maxLength: 12 }),
        async (texts) => {
          const together = await createEncoder(createRuntime().runtime).patient.encode(texts, 'passage');
          expect(together).toHaveLength(texts.length);
          for (const [i, text] of texts.entries()) {
            const [alone] = await createEncoder(createRuntime().runtime).patient.encode([text], 'passage');
            const vector = together[i] ?? new Float32Array();
            expect(dot(vector, vector)).toBeCloseTo(1, 5);
            expect(dot(vector, alone ?? new Float32Array())).toBeCloseTo(1, 5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('marks questions and passages as the model expects', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime).urgent;
    await encoder.encode(['x'], 'query');
    await encoder.encode(['x'], 'passage');
    expect(batches.map(rowsOf)).toEqual([[runtime.tokenise('query: x')], [runtime.tokenise('passage: x')]]);
  });

  it('reads 512 tokens of a passage and 128 of a question, with the end mark', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime).urgent;
    await encoder.encode(['a'.repeat(2_000)], 'passage');
    await encoder.encode(['a'.repeat(2_000)], 'query');
    const rows = batches.flatMap(rowsOf);
    expect(rows.map((row) => row.length)).toEqual([512, 128]);
    expect(rows.map((row) => row.at(-1))).toEqual([END, END]);
  });

  it('makes well-formed text of lone surrogates', async () => {
    const { runtime, batches } = createRuntime();
    await createEncoder(runtime).urgent.encode(['\ud83d'], 'query');
    expect(batches.flatMap(rowsOf)).toEqual([runtime.tokenise('query: \ufffd')]);
  });

  it('gives a sign of life after each batch', async () => {
    const { runtime, batches } = createRuntime();
    let signs = 0;
    const encoder = createEncoder(runtime, () => {
      signs += 1;
    });
    await encoder.patient.encode(
      Array.from({ length: 20 }, () => 'a'.repeat(100)),
      'passage',
    );
    expect(batches.length).toBeGreaterThan(1);
    expect(signs).toBe(batches.length);
  });

  it('lets an urgent question in after the batch that is running', async () => {
    const { runtime, batches } = createRuntime();
    const { urgent, patient } = createEncoder(runtime);
    const background = patient.encode(
      Array.from({ length: 20 }, () => 'a'.repeat(400)),
      'passage',
    );
    await urgent.encode(['now'], 'query');
    expect(batches.length).toBeLessThanOrEqual(3);
    await background;
    expect(batches).toHaveLength(21);
  });

  it('fails the call whose batch failed and goes on with the next', async () => {
    const { runtime } = createRuntime();
    let failing = true;
    const encoder = createEncoder({
      ...runtime,
      run: (batch) => (failing ? Promise.reject(new Error('out of memory')) : runtime.run(batch)),
    }).patient;
    await expect(encoder.encode(['x'], 'passage')).rejects.toThrow('out of memory');
    failing = false;
    expect(await encoder.encode(['x'], 'passage')).toHaveLength(1);
  });
});
