import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { mean as meanOf } from '@/lib/domain/embedding/vector';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createJobQueue } from '@/lib/storage/job-queue';
import { readMeta } from '@/lib/storage/meta';
import type { VectorChunk } from '@/lib/storage/schema';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { APPEND_ROWS } from '@/lib/storage/vector-chunks';
import { createVectorRenewal } from '@/lib/storage/vector-renewal';
import { randomDigest, randomVector } from '../support/seed-vectors';
import { buildPassage, NOON } from '../support/study-rows';

const [FIRST, SECOND] = [APPEND_ROWS + 6, 20];

let db: StudyDb;
let ids: string[];
let vectors: Map<string, Float32Array>;

beforeEach(async () => {
  db = createStudyDb(`damage-${Math.random()}`);
  const random = createSeededRandom(3);
  ids = Array.from({ length: FIRST + SECOND }, () => randomDigest(random));
  vectors = new Map(ids.map((id) => [id, randomVector(random)]));
  await db.passages.bulkAdd(ids.map((id, i) => buildPassage({ id, lang: i % 2 === 0 ? 'en' : 'zh' })));
  await createVectorRenewal(db).advance(NOON);
  for (const some of [ids.slice(0, FIRST), ids.slice(FIRST)])
    await createEmbeddingStore(db).complete(
      [],
      new Map([...vectors].filter(([id]) => some.includes(id))),
      NOON,
    );
});
afterEach(() => db.delete());

const DAMAGES: Readonly<Record<string, (chunk: VectorChunk) => VectorChunk>> = {
  'bytes that end too early': (chunk) => ({ ...chunk, bytes: chunk.bytes.slice(0, -7) }),
  'too few ids': (chunk) => ({ ...chunk, passageIds: chunk.passageIds.slice(32) }),
  'a scale that is no number': (chunk) => ({ ...chunk, bytes: withFloat(chunk.bytes, Number.NaN) }),
  'a scale that is too large': (chunk) => ({ ...chunk, bytes: withFloat(chunk.bytes, 3) }),
  'zeros only': (chunk) => ({ ...chunk, bytes: new ArrayBuffer(chunk.bytes.byteLength) }),
  'another dimension': (chunk) => ({ ...chunk, dimension: 383 }),
};

function withFloat(bytes: ArrayBuffer, value: number): ArrayBuffer {
  const changed = bytes.slice(0);
  new DataView(changed).setFloat32(388 * 5, value, true);
  return changed;
}

async function damageFirst(damage: (chunk: VectorChunk) => VectorChunk | undefined): Promise<void> {
  const chunk = await db.vectorChunks.toCollection().first();
  if (!chunk) throw new Error('There is no chunk.');
  const damaged = damage(chunk);
  if (damaged) await db.vectorChunks.put(damaged);
  else await db.vectorChunks.delete(chunk.id);
}

/** Embeds what waits, as the engine does, with the vectors of before. */
async function workUntilDry(): Promise<number> {
  const queue = createJobQueue(db);
  const claim = () => queue.claim({ kind: 'embed', owner: 'me', limit: 200, leaseMs: 1_000, now: NOON });
  let done = 0;
  for (let jobs = await claim(); jobs.length > 0; jobs = await claim()) {
    done += jobs.length;
    const made = new Map(jobs.map(({ ref }) => [ref, vectors.get(ref) ?? new Float32Array()]));
    await createEmbeddingStore(db).complete(jobs, made, NOON);
  }
  return done;
}

async function expectRestored(): Promise<void> {
  expect(new Set((await createEmbeddingStore(db).load()).keys())).toEqual(new Set(ids));
  const means = await createEmbeddingStore(db).languageMeans();
  for (const [lang, rest] of [
    ['en', 0],
    ['zh', 1],
  ] as const) {
    const own = ids.flatMap((id, i) => (i % 2 === rest ? (vectors.get(id) ?? []) : []));
    expect(means[lang]?.count).toBe(own.length);
    const expected = meanOf(own);
    for (const [i, value] of (means[lang]?.mean ?? []).entries())
      expect(value).toBeCloseTo(expected[i] ?? 0, 3);
  }
}

describe.each(Object.entries(DAMAGES))('a chunk with %s', (_, damage) => {
  it('is survived, reported, and made anew', async () => {
    await damageFirst(damage);
    const chunks = createVectorChunks(db);
    let read = 0;
    for await (const { count } of chunks.load(await chunks.list())) read += count;
    expect(read).toBe(SECOND);
    expect(await readMeta(db, 'vectorSpace')).toMatchObject({ damaged: FIRST });
    await createVectorRenewal(db).advance(NOON);
    expect(await workUntilDry()).toBe(FIRST);
    await expectRestored();
    expect(await readMeta(db, 'vectorSpace')).not.toHaveProperty('damaged');
  });
});

describe('a damaged chunk', () => {
  it('is found by whoever meets it: a search for one vector, an append, a deletion', async () => {
    const small = (await db.vectorChunks.toArray()).at(-1);
    if (!small) throw new Error('There is no chunk.');
    await db.vectorChunks.put({ ...small, bytes: new ArrayBuffer(1) });
    const found = await createEmbeddingStore(db).load([ids[3] ?? '', ids.at(-1) ?? '']);
    expect([...found.keys()]).toEqual([ids[3]]);
    await createVectorRenewal(db).advance(NOON);
    expect(await workUntilDry()).toBe(SECOND);
    await expectRestored();
  });

  it.each([
    ['loading all', () => createEmbeddingStore(db).load()],
    ['loading some', () => createEmbeddingStore(db).load([ids[3] ?? ''])],
    ['storing more', () => createEmbeddingStore(db).complete([], vectors, NOON)],
    ['forgetting', () => createErasure(db).forget({ kind: 'passage', passageId: 'none' }, NOON)],
  ])('whose bytes the browser has lost is survived by %s', async (_, use) => {
    const [lost] = await db.vectorChunks.toCollection().primaryKeys();
    db.vectorChunks.hook('reading', (chunk) => {
      if (chunk.id === lost) throw new DOMException('lost', 'NotReadableError');
      return chunk;
    });
    await use();
    await createEmbeddingStore(db).load();
    expect(await db.vectorChunks.toCollection().primaryKeys()).not.toContain(lost);
    await createVectorRenewal(db).advance(NOON);
    await workUntilDry();
    await expectRestored();
  });

  it('that is missing altogether is made anew, too', async () => {
    await damageFirst(() => undefined);
    expect((await createEmbeddingStore(db).load()).size).toBe(SECOND);
    await createVectorRenewal(db).advance(NOON);
    expect(await workUntilDry()).toBe(FIRST);
    await expectRestored();
  });

  it('does not hide an error of another kind', async () => {
    db.vectorChunks.hook('reading', () => {
      throw new Error('unrelated');
    });
    await expect(createEmbeddingStore(db).load()).rejects.toThrow('unrelated');
  });
});
