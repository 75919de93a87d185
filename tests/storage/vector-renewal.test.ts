import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '@/lib/app/job';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createInterestStore } from '@/lib/storage/interest-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { readMeta, writeMeta } from '@/lib/storage/meta';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { modelsOf } from '@/lib/storage/vector-chunks';
import { createVectorRenewal } from '@/lib/storage/vector-renewal';
import { createWordVectorStore, saveWordVectors } from '@/lib/storage/word-vector-store';
import { randomDigest, randomVector } from '../support/seed-vectors';
import { buildInterest, buildOccurrence, buildPassage, NOON } from '../support/study-rows';

const [OLD, NEW] = ['old-model', 'new-model'];
const COUNT = 620;

let db: StudyDb;
let ids: string[];

const random = createSeededRandom(5);
const queue = () => createJobQueue(db);
const update = () => createVectorRenewal(db, NEW).advance(NOON);
const claim = (limit: number, kind: Job['kind'] = 'embed') =>
  queue().claim({ kind, owner: 'me', limit, leaseMs: 1_000, now: NOON + 10_000 });
const vectorsFor = (jobs: readonly Job[]) => new Map(jobs.map(({ ref }) => [ref, randomVector(random)]));
const stored = async (modelId: string) => [...(await createEmbeddingStore(db, modelId).load()).keys()].sort();
const renewalJobs = () => db.jobs.filter(({ lane }) => lane === 'renewal').count();

/** Embeds with the new model, as the engine does, up to `most` passages. */
async function work(most = Number.POSITIVE_INFINITY): Promise<void> {
  for (let done = 0; done < most; ) {
    const jobs = await claim(Math.min(100, most - done));
    if (jobs.length === 0) return;
    await createEmbeddingStore(db, NEW).complete(jobs, vectorsFor(jobs), NOON);
    done += jobs.length;
  }
}

/** A study that was read with the old model. */
beforeEach(async () => {
  db = createStudyDb(`renewal-${Math.random()}`);
  ids = Array.from({ length: COUNT }, () => randomDigest(random)).sort();
  await db.passages.bulkAdd(ids.map((id) => buildPassage({ id, interestId: 'heat' })));
  await createVectorRenewal(db, OLD).advance(NOON);
  await createEmbeddingStore(db, OLD).complete(
    [],
    new Map(ids.map((id) => [id, randomVector(random)])),
    NOON,
  );
  await db.jobs.clear();
  await db.interests.add(buildInterest({ id: 'heat', modelId: OLD, passageCount: COUNT }));
  const centres = { en: randomVector(random) };
  await writeMeta(db, 'interestFit', { passageCount: COUNT, k: 1, centres, at: NOON });
  await saveWordVectors(db, [{ lang: 'en', vectors: new Map([['heat', randomVector(random)]]) }], OLD);
});
afterEach(() => db.delete());

describe('while the model is the one that made the vectors', () => {
  it('asks for nothing', async () => {
    await createVectorRenewal(db, OLD).advance(NOON);
    expect([await db.jobs.count(), await stored(OLD)]).toEqual([0, ids]);
  });
});

describe('an update to another model', () => {
  it('asks for the passages in slices, and goes on when those are there', async () => {
    await update();
    const first = await renewalJobs();
    expect(first).toBeLessThan(COUNT);
    await update();
    expect(await renewalJobs()).toBe(first);
    await work(first);
    expect(await renewalJobs()).toBe(COUNT - first);
    await work();
    expect([await renewalJobs(), await stored(NEW)]).toEqual([0, ids]);
  });

  it('leaves the interests and who belongs to them as they are meanwhile, and fits nothing', async () => {
    await update();
    await queue().enqueue('refit', 'all', NOON);
    await work(40);
    expect(await claim(1, 'refit')).toEqual([]);
    expect((await queue().counts()).waiting.refit).toBe(0);
    expect(await db.interests.get('heat')).toMatchObject({ passageCount: COUNT });
    expect(await db.passages.where('interestId').equals('heat').count()).toBe(COUNT);
    expect(await stored(OLD)).toEqual(ids);
  });

  it('never lets vectors of two models meet', async () => {
    await update();
    await work(40);
    const store = createEmbeddingStore(db, NEW);
    expect((await store.load()).size).toBe(40);
    expect((await store.load(ids)).size).toBe(40);
    expect((await store.languageMeans()).en?.count).toBe(40);
    expect((await createWordVectorStore(db, NEW).load('en', ['heat'])).size).toBe(0);
    const interests = createInterestStore(db, NEW);
    expect(await interests.list()).toEqual([]);
    expect(await interests.lastFit()).not.toHaveProperty('centres');
  });

  it('resumes after a kill in the middle', async () => {
    await update();
    await work(40);
    await claim(16);
    await queue().reclaim(NOON);
    await update();
    await work();
    expect(await stored(NEW)).toEqual(ids);
    expect((await createEmbeddingStore(db, NEW).languageMeans()).en?.count).toBe(COUNT);
  });

  it('takes the old vectors, words and centres away when all is done, and asks for a fit', async () => {
    await update();
    await work();
    expect(await modelsOf(db)).toEqual([NEW]);
    expect(await db.words.count()).toBe(0);
    expect(await readMeta(db, 'interestFit')).toEqual({ passageCount: COUNT, k: 1, at: NOON });
    expect(await readMeta(db, 'vectorSpace')).toEqual({ modelId: NEW });
    expect(await claim(1, 'refit')).toMatchObject([{ ref: 'all' }]);
    await update();
    expect(await renewalJobs()).toBe(0);
  });

  it('is not kept waiting by a passage that cannot be embedded', async () => {
    await update();
    await db.jobs.limit(1).modify({ state: 'quarantined' });
    await work();
    expect(await modelsOf(db)).toEqual([NEW]);
    expect(await stored(NEW)).toHaveLength(COUNT - 1);
  });

  it('forgets in both models', async () => {
    await update();
    await work(40);
    const passageId = (await stored(NEW))[0] ?? '';
    await createErasure(db).forget({ kind: 'passage', passageId }, NOON);
    expect(await stored(OLD)).not.toContain(passageId);
    expect(await stored(NEW)).not.toContain(passageId);
    expect((await createEmbeddingStore(db, NEW).languageMeans()).en?.count).toBe(39);
  });

  it('goes on with the old vectors when it is taken back, and embeds what came meanwhile', async () => {
    await update();
    const read = randomDigest(random);
    await db.passages.add(buildPassage({ id: read }));
    await createEmbeddingStore(db, NEW).complete([], new Map([[read, randomVector(random)]]), NOON);
    await db.jobs.clear();
    await createVectorRenewal(db, OLD).advance(NOON);
    expect(await db.jobs.toArray()).toMatchObject([{ ref: read, lane: 'renewal' }]);
    const jobs = await claim(10);
    await createEmbeddingStore(db, OLD).complete(jobs, vectorsFor(jobs), NOON);
    expect(await modelsOf(db)).toEqual([OLD]);
    expect(await stored(OLD)).toEqual([...ids, read].sort());
    await queue().enqueue('refit', 'all', NOON);
    expect(await claim(1, 'refit')).toHaveLength(1);
  });

  it('brings pages to analysis only for passages without an interest', async () => {
    const [known = '', fresh = ''] = ids;
    const { interestId: _, ...passage } = buildPassage({ id: fresh });
    await db.passages.put(passage);
    await db.occurrences.bulkAdd([
      buildOccurrence({ pageId: 'page-1', passageId: known }),
      buildOccurrence({ pageId: 'page-2', passageId: fresh }),
    ]);
    await update();
    await work();
    expect(await db.jobs.filter(({ kind }) => kind === 'analyse').toArray()).toMatchObject([
      { ref: 'page-2', lane: 'renewal' },
    ]);
  });
});
