import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddingStore } from '@/lib/app/ports/embedding-store';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { EMBEDDING_DIMENSION } from '@/lib/domain/embedding/model';
import { dot, mean, normalise } from '@/lib/domain/embedding/vector';
import { createSeededRandom } from '@/lib/domain/shared/random';
import type { TextLanguage } from '@/lib/domain/text/language';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createWordVectorStore, saveWordVectors } from '@/lib/storage/word-vector-store';
import { buildOccurrence, buildPassage, NOON } from '../support/study-rows';

let db: StudyDb;
let queue: JobQueue;
let store: EmbeddingStore;

beforeEach(() => {
  db = createStudyDb(`embeddings-${Math.random()}`);
  queue = createJobQueue(db);
  store = createEmbeddingStore(db);
});
afterEach(() => db.delete());

function vectorOf(seed: number): Float32Array {
  const random = createSeededRandom(seed);
  return normalise(Float32Array.from({ length: EMBEDDING_DIMENSION }, () => random() - 0.5));
}

async function read(ids: readonly string[], lang: TextLanguage = 'en', pageId = 'page-1') {
  await db.passages.bulkPut(ids.map((id) => buildPassage({ id, lang })));
  await db.occurrences.bulkPut(ids.map((passageId) => buildOccurrence({ pageId, passageId })));
  for (const id of ids) await queue.enqueue('embed', id, NOON);
}

async function embed(limit = 10_000) {
  const jobs = await queue.claim({ kind: 'embed', owner: 'me', limit, leaseMs: 1_000, now: NOON });
  const vectors = new Map(jobs.map(({ ref }) => [ref, vectorOf(Number(ref))]));
  await store.complete(jobs, vectors, NOON);
  return { jobs, vectors };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => String(from + i));

describe('completing', () => {
  it('stores the vectors, ends the jobs and asks for the analysis of their pages', async () => {
    await read(['1', '2'], 'en', 'page-1');
    await read(['2', '3'], 'en', 'page-2');
    const { vectors } = await embed();
    const stored = await store.load();
    expect([...stored.keys()].sort()).toEqual(['1', '2', '3']);
    for (const [id, vector] of stored) expect(dot(vector, vectors.get(id) ?? vector)).toBeGreaterThan(0.9999);
    expect((await db.jobs.toArray()).map((job) => job.id)).toEqual(['analyse:page-1', 'analyse:page-2']);
  });

  it('changes nothing when it is done twice', async () => {
    await read(['1', '2']);
    const { jobs, vectors } = await embed();
    const before = [await db.vectorChunks.toArray(), await store.languageMeans()];
    await store.complete(jobs, vectors, NOON);
    expect([await db.vectorChunks.toArray(), await store.languageMeans()]).toEqual(before);
  });

  it('leaves out a passage that was deleted meanwhile and still ends its job', async () => {
    await read(['1', '2']);
    const jobs = await queue.claim({ kind: 'embed', owner: 'me', limit: 2, leaseMs: 1_000, now: NOON });
    await db.passages.delete('1');
    await store.complete(jobs, new Map(jobs.map(({ ref }) => [ref, vectorOf(Number(ref))])), NOON);
    expect([...(await store.load()).keys()]).toEqual(['2']);
    expect(await db.jobs.where('state').equals('running').count()).toBe(0);
    expect((await store.languageMeans()).en?.count).toBe(1);
  });

  it('keeps the running mean of each language', async () => {
    await read(['1', '2', '3'], 'en');
    await read(['4', '5'], 'zh');
    await read(['6'], 'other');
    while ((await embed(2)).jobs.length > 0);
    const means = await store.languageMeans();
    expect(Object.keys(means)).toEqual(['en', 'zh']);
    expect([means.en?.count, means.zh?.count]).toEqual([3, 2]);
    const expected = mean([...(await store.load(['1', '2', '3'])).values()]);
    for (const [i, value] of (means.en?.mean ?? []).entries()) expect(value).toBeCloseTo(expected[i] ?? 0, 5);
  });
});

describe('loading', () => {
  it('finds single vectors among many and leaves out what has none', async () => {
    await read(range(0, 20));
    await embed();
    const found = await store.load(['7', '13', 'unknown']);
    expect([...found.keys()].sort()).toEqual(['13', '7']);
    expect(dot(found.get('13') ?? new Float32Array(), vectorOf(13))).toBeGreaterThan(0.9999);
  });

  it('gives the texts of those passages that are there', async () => {
    await read(['1']);
    expect(await store.textsOf(['gone', '1'])).toEqual([{ id: '1', text: buildPassage().text, lang: 'en' }]);
  });
});

describe('word vectors', () => {
  it('are kept by language', async () => {
    const words = createWordVectorStore(db);
    await saveWordVectors(db, [
      { lang: 'en', vectors: new Map([['cell', vectorOf(1)]]) },
      { lang: 'zh', vectors: new Map([['细胞', vectorOf(2)]]) },
    ]);
    const found = await words.load('en', ['cell', '细胞', 'tissue']);
    expect([...found.keys()]).toEqual(['cell']);
    expect(dot(found.get('cell') ?? new Float32Array(), vectorOf(1))).toBeGreaterThan(0.9999);
  });
});
