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

const many = (count: number, length: number) =>
  Array.from({ length: count }, (_, i) => String.fromCodePoint(97 + i).repeat(length));

const cosineOf = (one?: Float32Array, other?: Float32Array) =>
  dot(one ?? new Float32Array(), other ?? new Float32Array());

describe('the encoder', () => {
  it('answers in input order, with the same unit vectors as one text at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }), { maxLength: 12 }),
        async (texts) => {
          const together = await createEncoder(createRuntime().runtime).encode(texts, 'passage');
          expect(together).toHaveLength(texts.length);
          for (const [i, text] of texts.entries()) {
            const [alone] = await createEncoder(createRuntime().runtime).encode([text], 'passage');
            expect(cosineOf(together[i], together[i])).toBeCloseTo(1, 5);
            expect(cosineOf(together[i], alone)).toBeCloseTo(1, 5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('marks questions and passages as the model expects', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime);
    await encoder.encode(['x'], 'query');
    await encoder.encode(['x'], 'passage');
    expect(batches.map(rowsOf)).toEqual([[runtime.tokenise('query: x')], [runtime.tokenise('passage: x')]]);
  });

  it('reads 128 tokens of a question, with the end mark', async () => {
    const { runtime, batches } = createRuntime();
    await createEncoder(runtime).encode(['a'.repeat(2_000)], 'query');
    const [row = []] = batches.flatMap(rowsOf);
    expect(row).toHaveLength(128);
    expect(row.at(-1)).toBe(END);
  });

  it('reads a long passage to its end, in parts that fit into the window and begin with the prefix', async () => {
    const { runtime, batches } = createRuntime();
    const text = 'a'.repeat(1_500);
    const encoder = createEncoder(runtime);
    const [whole, otherEnd] = await encoder.encode(
      [text, `${text.slice(0, -300)}${'z'.repeat(300)}`],
      'passage',
    );
    for (const row of batches.flatMap(rowsOf)) {
      expect(row.length).toBeLessThanOrEqual(512);
      expect(row.slice(0, 9)).toEqual(runtime.tokenise('passage:').slice(0, -1));
      expect(row.at(-1)).toBe(END);
    }
    expect(cosineOf(whole, whole)).toBeCloseTo(1, 5);
    expect(cosineOf(whole, otherEnd)).toBeLessThan(0.9995);
  });

  it('makes well-formed text of lone surrogates', async () => {
    const { runtime, batches } = createRuntime();
    await createEncoder(runtime).encode(['\ud83d'], 'query');
    expect(batches.flatMap(rowsOf)).toEqual([runtime.tokenise('query: \ufffd')]);
  });

  it('gives a sign of life after each batch', async () => {
    const { runtime, batches } = createRuntime();
    let signs = 0;
    const onBatch = () => {
      signs += 1;
    };
    await createEncoder(runtime, { onBatch }).encode(many(20, 100), 'passage');
    expect(batches.length).toBeGreaterThan(1);
    expect(signs).toBe(batches.length);
  });
});

describe('who is served first', () => {
  it('lets a question in after the batch that is running, then the page in view', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime);
    await Promise.all([
      encoder.encode(many(20, 400), 'passage', { urgency: 'backlog' }),
      encoder.encode(['seen', 'seen too'], 'query', { urgency: 'view' }),
      encoder.encode(['now'], 'query'),
    ]);
    const tokens = batches.slice(0, 4).map((batch) => rowsOf(batch)[0]);
    const [long, ...others] = tokens;
    expect(long?.length).toBeGreaterThan(400);
    expect(others).toEqual(['query: now', 'query: seen', 'query: seen too'].map(runtime.tokenise));
    expect(batches).toHaveLength(23);
  });

  it('reads what was asked meanwhile before each batch', async () => {
    const { runtime, batches } = createRuntime();
    const messages: (() => void)[] = [];
    const takeTurn = async () => messages.shift()?.();
    const encoder = createEncoder(runtime, { takeTurn });
    messages.push(() => void encoder.encode(['now'], 'query'));
    await encoder.encode(many(10, 400), 'passage', { urgency: 'backlog' });
    expect(batches.map((batch) => rowsOf(batch)[0])[1]).toEqual(runtime.tokenise('query: now'));
  });

  it('ends a call that nobody waits for between two batches, and no other', async () => {
    const { runtime, batches } = createRuntime();
    const given = new AbortController();
    const encoder = createEncoder(runtime, { onBatch: () => batches.length === 3 && given.abort() });
    const abandoned = encoder.encode(many(20, 400), 'passage', { signal: given.signal });
    const other = encoder.encode(['still wanted'], 'passage');
    await expect(abandoned).rejects.toMatchObject({ name: 'aborted' });
    expect(await other).toHaveLength(1);
    expect(batches).toHaveLength(4);
  });
});

describe('texts that come again', () => {
  it('computes each once, in a call and later', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime);
    const [first, again] = await encoder.encode(['same', 'same', 'other'], 'passage');
    const [later] = await encoder.encode(['same'], 'passage');
    expect(batches.flatMap(rowsOf)).toHaveLength(2);
    expect(again).toEqual(first);
    expect(later).toEqual(first);
  });

  it('does not take a question for a passage', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime);
    await encoder.encode(['same'], 'passage');
    await encoder.encode(['same'], 'query');
    expect(batches).toHaveLength(2);
  });

  it('keeps nothing of the work in the background', async () => {
    const { runtime, batches } = createRuntime();
    const encoder = createEncoder(runtime);
    await encoder.encode(['once'], 'passage', { urgency: 'backlog' });
    await encoder.encode(['once'], 'passage');
    expect(batches).toHaveLength(2);
  });
});

describe('too little memory', () => {
  /** A model that fits `rows` texts of up to `width` tokens at a time. */
  const cramped = (rows: number, width: number, error: Error) => {
    const { runtime, batches } = createRuntime();
    const run = (batch: TokenBatch) =>
      batch.rows > rows || batch.width > width ? Promise.reject(error) : runtime.run(batch);
    return { encoder: createEncoder({ ...runtime, run }), roomy: createEncoder(runtime), batches };
  };

  it.each([
    new RangeError('Array buffer allocation failed'),
    new Error('std::bad_alloc'),
    new Error('failed to allocate memory'),
  ])('halves the batch until it fits: $message', async (error) => {
    const { encoder, roomy, batches } = cramped(2, 512, error);
    const texts = many(7, 50);
    const vectors = await encoder.encode(texts, 'passage');
    expect(Math.max(...batches.map(({ rows }) => rows))).toBe(2);
    const expected = await roomy.encode(texts, 'passage');
    vectors.forEach((vector, i) => {
      expect(cosineOf(vector, expected[i])).toBeCloseTo(1, 5);
    });
  });

  it('says of a single text that it needs too much', async () => {
    const { encoder } = cramped(8, 100, new RangeError('Invalid typed array length'));
    const failing = encoder.encode(['a'.repeat(200)], 'passage');
    await expect(failing).rejects.toMatchObject({
      name: 'out-of-memory',
      message: expect.stringContaining('211'),
    });
    expect(await encoder.encode(['short'], 'passage')).toHaveLength(1);
  });

  it('does not try again after any other failure', async () => {
    const { encoder, batches } = cramped(0, 0, new Error('The session is gone.'));
    await expect(encoder.encode(['x', 'y'], 'passage')).rejects.toThrow('The session is gone.');
    expect(batches).toEqual([]);
  });
});
