import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '@/lib/app/job';
import type { InterestStore, Refit } from '@/lib/app/ports/interest-store';
import { refitInterests } from '@/lib/app/refit-interests';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createInterestStore } from '@/lib/storage/interest-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildInterest, buildOccurrence, buildPage, buildPassage, NOON } from '../support/study-rows';

let db: StudyDb;
let store: InterestStore;

beforeEach(() => {
  db = createStudyDb(`interests-${Math.random()}`);
  store = createInterestStore(db);
});
afterEach(() => db.delete());

/** Later than any delay that lets the queue settle. */
const SETTLED = NOON + 60_000;

async function claimRefit(): Promise<Job> {
  const queue = createJobQueue(db);
  await queue.enqueue('refit', 'all', NOON);
  const [job] = await queue.claim({
    kind: 'refit',
    owner: 'worker',
    limit: 1,
    leaseMs: 60_000,
    now: SETTLED,
  });
  if (!job) throw new Error('the job was not claimed');
  return job;
}

function refit(change: Partial<Refit> = {}): Refit {
  return {
    interests: [buildInterest({ id: 'i1' }), buildInterest({ id: 'i2' })],
    assignments: new Map([
      ['a', 'i1'],
      ['b', 'i1'],
      ['c', 'i2'],
    ]),
    fit: { passageCount: 3, k: 2, centres: { en: Float32Array.of(1, 2) }, at: NOON },
    ...change,
  };
}

const storePassages = (...ids: string[]) => db.passages.bulkPut(ids.map((id) => buildPassage({ id })));

async function interestOf(id: string): Promise<string | undefined> {
  return (await db.passages.get(id))?.interestId;
}

describe('completeRefit', () => {
  it('stores interests, assignments, sizes and the fit, and completes the job', async () => {
    await storePassages('a', 'b', 'c');
    await store.completeRefit(await claimRefit(), refit());
    expect((await store.list()).map(({ id, passageCount }) => [id, passageCount])).toEqual([
      ['i1', 2],
      ['i2', 1],
    ]);
    expect(await interestOf('b')).toBe('i1');
    expect(await store.lastFit()).toEqual(refit().fit);
    expect(await db.jobs.count()).toBe(0);
  });

  it('replaces what was there and forgets assignments to interests that are gone', async () => {
    await db.interests.put(buildInterest({ id: 'gone' }));
    await db.passages.bulkPut([
      buildPassage({ id: 'a', interestId: 'gone' }),
      buildPassage({ id: 'unassigned', interestId: 'gone' }),
      buildPassage({ id: 'loyal', interestId: 'i2' }),
    ]);
    await store.completeRefit(await claimRefit(), refit());
    expect((await store.list()).map(({ id }) => id)).toEqual(['i1', 'i2']);
    expect(await db.passages.get('unassigned')).not.toHaveProperty('interestId');
    expect(await interestOf('loyal')).toBe('i2');
  });

  it('skips passages that were deleted meanwhile, and interests that lost all of theirs', async () => {
    await storePassages('a');
    await store.completeRefit(await claimRefit(), refit());
    expect(await db.passages.count()).toBe(1);
    expect(await store.list()).toMatchObject([{ id: 'i1', passageCount: 1 }]);
  });

  it('leaves the job waiting when a refit was asked for meanwhile', async () => {
    await storePassages('a');
    const job = await claimRefit();
    await createJobQueue(db).enqueue('refit', 'all', NOON + 1);
    await store.completeRefit(job, refit());
    expect(await db.jobs.toArray()).toMatchObject([{ id: 'refit:all', state: 'pending' }]);
  });

  it('writes nothing when one part fails', async () => {
    await storePassages('a', 'b');
    const twice = refit({ interests: [buildInterest({ id: 'i1' }), buildInterest({ id: 'i1' })] });
    await expect(store.completeRefit(await claimRefit(), twice)).rejects.toThrow();
    expect(await interestOf('a')).toBeUndefined();
    expect(await db.interests.count()).toBe(0);
    expect(await db.jobs.toArray()).toMatchObject([{ state: 'running' }]);
  });
});

describe('loadForRefit', () => {
  it('gives passages and places with titles', async () => {
    await db.pages.put(buildPage({ id: 'p', title: 'Heat' }));
    await storePassages('a');
    await db.occurrences.put(buildOccurrence({ pageId: 'p', passageId: 'a', order: 3 }));
    const input = await store.loadForRefit();
    expect(input.passages.map(({ id }) => id)).toEqual(['a']);
    expect(input.places).toEqual([{ passageId: 'a', pageId: 'p', pageTitle: 'Heat', order: 3 }]);
    expect(input).not.toHaveProperty('lastFit');
  });
});

describe('termsOf', () => {
  it('gives each concept of the passages once a passage', async () => {
    const concept = {
      id: 'en:water',
      lang: 'en',
      key: 'water',
      label: 'Water',
      forms: ['Water', 'waters'],
    } as const;
    await db.concepts.put({ ...concept, headTag: 'NOUN', documentFrequency: 1 });
    const mention = (passageId: string, start: number, conceptId: string) =>
      db.mentions.put({
        id: `${passageId}:${start}:${conceptId}`,
        conceptId,
        passageId,
        start,
        end: start + 5,
      });
    await mention('a', 0, 'en:water');
    await mention('a', 20, 'en:water');
    await mention('a', 9, 'en:gone');
    await mention('b', 0, 'en:water');
    await mention('other', 0, 'en:water');
    const { label, lang, forms } = concept;
    expect(await store.termsOf(['a', 'b', 'silent'])).toEqual([
      { passageId: 'a', conceptId: 'en:water', lang, label, forms },
      { passageId: 'b', conceptId: 'en:water', lang, label, forms },
    ]);
  });
});

describe('refitInterests', () => {
  const run = async (options: { signal?: AbortSignal } = {}) =>
    refitInterests(
      await claimRefit(),
      { interests: store, embeddings: createEmbeddingStore(db) },
      { priors: { en: new Float32Array(384) }, newId: () => crypto.randomUUID(), now: NOON, ...options },
    );

  async function readArticle(): Promise<void> {
    const text = 'Eight or more words are what a passage needs to have a say.';
    for (let order = 0; order < 7; order++) {
      const id = `passage-${order}`;
      await db.passages.put(buildPassage({ id, text }));
      await db.occurrences.put(buildOccurrence({ passageId: id, order }));
    }
    const vectors = Array.from({ length: 7 }, (_, i) => {
      const vector = new Float32Array(384);
      vector[0] = 0.6;
      vector[1 + i] = 0.8;
      return [`passage-${i}`, vector] as const;
    });
    await createEmbeddingStore(db).complete([], new Map(vectors), NOON);
    await db.jobs.clear();
  }

  it('turns stored vectors into interests and remembers how many there were', async () => {
    await readArticle();
    await run();
    const [interest, ...others] = await store.list();
    expect(others).toEqual([]);
    expect(interest).toMatchObject({ passageCount: 7, createdAt: NOON });
    expect(await interestOf('passage-3')).toBe(interest?.id);
    expect(await store.lastFit()).toMatchObject({ passageCount: 7, k: 1, at: NOON });
    expect(await db.jobs.count()).toBe(0);
  });

  it('changes nothing when it runs again', async () => {
    await readArticle();
    await run();
    const before = await store.list();
    await run();
    expect(await store.list()).toEqual(before);
  });

  it('takes the interests away when the reading is gone', async () => {
    await readArticle();
    await run();
    await db.passages.clear();
    await run();
    expect(await store.list()).toEqual([]);
  });

  it('writes nothing when it is aborted', async () => {
    await readArticle();
    await expect(run({ signal: AbortSignal.abort(new Error('closing')) })).rejects.toThrow('closing');
    expect(await store.list()).toEqual([]);
    expect(await db.jobs.count()).toBe(1);
  });
});
