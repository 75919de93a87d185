import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import { headsOf, unpackIds } from '@/lib/domain/embedding/passage-ids';
import { dot } from '@/lib/domain/embedding/vector';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { addChunk, encodeVectors } from '@/lib/storage/coded-vectors';
import { VECTORS_PER_CHUNK } from '@/lib/storage/schema';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import {
  APPEND_ROWS,
  appendVectors,
  countVectors,
  readVectors,
  removeVectors,
  storedAmong,
} from '@/lib/storage/vector-chunks';
import { createVectorMemory } from '@/lib/storage/vector-memory';
import { randomDigest, randomVector, seedVectors } from '../support/seed-vectors';

let db: StudyDb;

beforeEach(() => {
  db = createStudyDb(`vectors-${Math.random()}`);
});
afterEach(() => db.delete());

const random = createSeededRandom(7);
const change = <Value>(body: () => Promise<Value>) =>
  db.transaction('rw', db.vectorChunks, db.vectorDirectory, db.passages, db.meta, async () => body());
const append = (vectors: ReadonlyMap<string, Float32Array>, modelId?: string) =>
  change(() => appendVectors(db, vectors, modelId));
const remove = (ids: readonly string[]) => change(() => removeVectors(db, ids));
const make = (count: number) =>
  new Map(Array.from({ length: count }, () => [randomDigest(random), randomVector(random)] as const));

/** Checks what has to be true of the store at any time, and gives the sizes of its chunks. */
async function sizesOfSoundChunks(): Promise<number[]> {
  const chunks = await db.vectorChunks.toArray();
  const directory = await db.vectorDirectory.toArray();
  expect(directory).toEqual(
    chunks.map(({ id, modelId, count, passageIds }) => ({ id, modelId, count, heads: headsOf(passageIds) })),
  );
  const ids = chunks.map((chunk) => [chunk.modelId, unpackIds(chunk.passageIds)] as const);
  const all = ids.flatMap(([modelId, own]) => own.map((id) => `${modelId} ${id}`));
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(await countVectors(db));
  return chunks.map(({ count }) => count);
}

describe('appending', () => {
  it('writes little for a few vectors, and joins small chunks when they make a full one', async () => {
    for (let i = 1; i < VECTORS_PER_CHUNK / 16; i++) {
      const newest = (await db.vectorChunks.toCollection().primaryKeys()).at(-1) ?? 0;
      await append(make(16));
      const added = await db.vectorChunks.where('id').above(newest).toArray();
      expect(added).toHaveLength(1);
      expect(added[0]?.count).toBeLessThan(APPEND_ROWS + 16);
    }
    expect(Math.max(...(await sizesOfSoundChunks()))).toBe(APPEND_ROWS);
    await append(make(16));
    expect(await sizesOfSoundChunks()).toEqual([VECTORS_PER_CHUNK]);
  });

  it('divides many vectors into full chunks', async () => {
    await append(make(2 * VECTORS_PER_CHUNK + 5));
    expect(await sizesOfSoundChunks()).toEqual([VECTORS_PER_CHUNK, VECTORS_PER_CHUNK, 5]);
  });
});

describe('finding', () => {
  it('finds vectors of some passages without reading the chunks of others', async () => {
    const ids = await seedVectors(db, 3 * VECTORS_PER_CHUNK);
    const wanted = [ids[1] ?? '', ids[VECTORS_PER_CHUNK - 1] ?? ''];
    let read = 0;
    db.vectorChunks.hook('reading', (chunk) => {
      read += 1;
      return chunk;
    });
    expect([...(await readVectors(db, [...wanted, 'unknown'])).keys()]).toEqual(wanted);
    expect(read).toBe(1);
    expect(await storedAmong(db, [wanted[0] ?? '', 'unknown'])).toEqual(new Set([wanted[0]]));
  });

  it('takes two passages whose ids begin alike for two', async () => {
    const [one = '', other = ''] = ['aaaaaaaa', 'bbbbbbbb'].map((end) => `00c0ffee${end.repeat(7)}`);
    await append(new Map([[one, randomVector(random)]]));
    expect(await storedAmong(db, [other])).toEqual(new Set());
    expect(await remove([other])).toBe(0);
    expect(await remove([one])).toBe(1);
  });
});

describe('deleting', () => {
  it('joins what is left of chunks that lost more than half', async () => {
    const ids = await seedVectors(db, 4 * VECTORS_PER_CHUNK);
    const kept = ids.filter((_, i) => i % 4 === 0);
    await remove(ids.filter((_, i) => i % 4 !== 0));
    expect(await sizesOfSoundChunks()).toEqual([VECTORS_PER_CHUNK]);
    expect(new Set((await createVectorMemory(db).load()).keys())).toEqual(new Set(kept));
  });

  it('leaves no many nearly empty chunks either', async () => {
    const pairs = Array.from({ length: 40 }, () => make(2));
    for (const pair of pairs) await change(() => addChunk(db, MODEL_ID, encodeVectors(pair)));
    await remove(pairs.flatMap((pair) => [...pair.keys()].slice(1)));
    expect(await sizesOfSoundChunks()).toEqual([40]);
  });
});

describe('whatever is added and taken', () => {
  const MODELS = ['one-model', 'other-model'] as const;
  const step = fc.record({
    modelId: fc.constantFrom(...MODELS),
    add: fc.integer({ min: 0, max: 300 }),
    remove: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('is there as it was added, for readers that keep what they have read, too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        const expected = new Map(MODELS.map((model) => [model, new Map<string, Float32Array>()] as const));
        const memories = new Map(MODELS.map((model) => [model, createVectorMemory(db, model)] as const));
        const frozen = new Map<number, string>();
        for (const { modelId, add, remove: share } of steps) {
          const added = make(add);
          await append(added, modelId);
          for (const [id, vector] of added) expected.get(modelId)?.set(id, vector);
          const own = [...(expected.get(modelId)?.keys() ?? [])];
          const gone = own.filter(() => random() < share ** 2);
          expect(await remove(gone)).toBe(gone.length);
          for (const id of gone) expected.get(modelId)?.delete(id);
          await sizesOfSoundChunks();
          for (const { id, ...chunk } of await db.vectorChunks.toArray()) {
            const content = `${chunk.modelId} ${chunk.count} ${unpackIds(chunk.passageIds).join()}`;
            expect(frozen.get(id) ?? content).toBe(content);
            frozen.set(id, content);
          }
          for (const model of MODELS) {
            const stored = (await memories.get(model)?.load()) ?? new Map();
            const wanted = expected.get(model) ?? new Map();
            expect([...stored.keys()].sort()).toEqual([...wanted.keys()].sort());
            for (const [id, vector] of stored)
              expect(dot(vector, wanted.get(id) ?? vector)).toBeGreaterThan(0.999);
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('reading chunks', () => {
  it('tells by their ids alone what has changed', async () => {
    const chunks = createVectorChunks(db);
    const [first = ''] = await seedVectors(db, VECTORS_PER_CHUNK + 10);
    const before = await chunks.list();
    await append(make(3));
    const after = await chunks.list();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    await remove([first]);
    expect(await chunks.list()).not.toContain(before[0]);
    const counts: number[] = [];
    for await (const chunk of chunks.load([...before, ...(await chunks.list())])) {
      expect(chunk.modelId).toBe(MODEL_ID);
      counts.push(chunk.count);
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(VECTORS_PER_CHUNK + 12);
  });
});
