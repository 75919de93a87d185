import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '@/lib/app/job';
import type { AnalysisStore, PageAnalysis } from '@/lib/app/ports/analysis-store';
import type { Keyphrase } from '@/lib/domain/concepts/model';
import { createAnalysisStore } from '@/lib/storage/analysis-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import {
  buildExercise,
  buildInterest,
  buildMemory,
  buildOccurrence,
  buildPage,
  buildPassage,
  NOON,
} from '../support/study-rows';

let db: StudyDb;
let store: AnalysisStore;

beforeEach(() => {
  db = createStudyDb(`analysis-${Math.random()}`);
  store = createAnalysisStore(db);
});
afterEach(() => db.delete());

/** Later than any delay that lets the queue settle. */
const SETTLED = NOON + 60_000;

async function claimAnalysis(pageId = 'page-1'): Promise<Job> {
  const queue = createJobQueue(db);
  await queue.enqueue('analyse', pageId, NOON);
  const [job] = await queue.claim({ kind: 'analyse', owner: 'me', limit: 1, leaseMs: 60_000, now: SETTLED });
  if (!job) throw new Error('the job was not claimed');
  return job;
}

/** Stores a page that shows the passages in the given order. */
async function storePage(pageId: string, ...passageIds: readonly string[]): Promise<void> {
  await db.pages.put(buildPage({ id: pageId }));
  for (const [order, passageId] of passageIds.entries()) {
    await db.passages.put(buildPassage({ id: passageId }));
    await db.occurrences.put(buildOccurrence({ pageId, passageId, order }));
  }
}

function term(key: string, ...passageIds: readonly string[]): Keyphrase {
  const spans = passageIds.map((passageId, start) => ({ passageId, start, end: start + key.length }));
  return { key, label: key, forms: [key], headTag: 'NOUN', score: 1, spans };
}

async function analyse(pageId: string, change: Partial<PageAnalysis>): Promise<void> {
  const job = await claimAnalysis(pageId);
  const page = await store.loadPage(pageId);
  if (!page) throw new Error('no such page');
  const nothing = { keyphrases: {}, exercises: [], assignments: new Map(), words: [], refit: false };
  await store.complete(job, page, { ...nothing, ...change }, SETTLED);
}

describe('loadPage', () => {
  it('gives the passages that were read in page order', async () => {
    await storePage('page-1', 'c', 'a', 'b');
    expect((await store.loadPage('page-1'))?.passages.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('says nothing of a page that is gone, whose job can be dismissed', async () => {
    const job = await claimAnalysis('gone');
    expect(await store.loadPage('gone')).toBeUndefined();
    await store.dismiss(job, SETTLED);
    expect(await db.jobs.count()).toBe(0);
  });
});

describe('textsBeside', () => {
  it('gives wording of the language from other pages, newest first', async () => {
    await storePage('page-1', 'own');
    const others = [
      buildPassage({ id: 'old', text: 'old text', createdAt: NOON - 2 }),
      buildPassage({ id: 'new', text: 'new text', createdAt: NOON - 1 }),
      buildPassage({ id: 'code', text: 'x = 1', kind: 'code' }),
      buildPassage({ id: 'zh', text: '中文', lang: 'zh' }),
    ];
    await db.passages.bulkPut(others);
    expect(await store.textsBeside('page-1', 'en', 10)).toEqual(['new text', 'old text']);
    expect(await store.textsBeside('page-1', 'en', 1)).toEqual(['new text']);
  });
});

describe('complete', () => {
  it('stores concepts with their mentions and completes the job', async () => {
    await storePage('page-1', 'a', 'b');
    await analyse('page-1', { keyphrases: { en: [term('reef', 'a', 'b')], zh: [term('珊瑚礁', 'b')] } });
    expect(await db.concepts.get('en:reef')).toMatchObject({
      lang: 'en',
      label: 'reef',
      documentFrequency: 1,
    });
    expect(await db.concepts.get('zh:珊瑚礁')).toMatchObject({ lang: 'zh', documentFrequency: 1 });
    expect(await db.mentions.where('passageId').equals('b').count()).toBe(2);
    expect(await db.jobs.count()).toBe(0);
  });

  it('changes nothing when it is done twice', async () => {
    await storePage('page-1', 'a');
    const analysis = {
      keyphrases: { en: [term('reef', 'a')] },
      exercises: [buildExercise({ passageId: 'a' })],
    };
    await analyse('page-1', analysis);
    const once = [await db.concepts.toArray(), await db.mentions.toArray(), await db.exercises.toArray()];
    await analyse('page-1', analysis);
    expect([await db.concepts.toArray(), await db.mentions.toArray(), await db.exercises.toArray()]).toEqual(
      once,
    );
  });

  it('counts pages, not passages, and forgets a concept that is mentioned no more', async () => {
    await storePage('page-1', 'a', 'b');
    await storePage('page-2', 'c');
    await analyse('page-1', { keyphrases: { en: [term('reef', 'a', 'b'), term('polyp', 'a')] } });
    await analyse('page-2', { keyphrases: { en: [term('reef', 'c')] } });
    expect(await db.concepts.get('en:reef')).toMatchObject({ documentFrequency: 2 });
    await analyse('page-1', { keyphrases: { en: [term('algae', 'b')] } });
    expect(await db.concepts.get('en:reef')).toMatchObject({ documentFrequency: 1 });
    expect(await db.concepts.get('en:polyp')).toBeUndefined();
    expect((await store.conceptsOf('en', 10)).map(({ id }) => id).sort()).toEqual(['en:algae', 'en:reef']);
  });

  it('gathers the surface forms of a concept and keeps its label', async () => {
    await storePage('page-1', 'a');
    await storePage('page-2', 'b');
    await analyse('page-1', { keyphrases: { en: [term('reef', 'a')] } });
    const plural = { ...term('reef', 'b'), label: 'reefs', forms: ['reefs', 'reef'] };
    await analyse('page-2', { keyphrases: { en: [plural] } });
    expect(await db.concepts.get('en:reef')).toMatchObject({ label: 'reef', forms: ['reef', 'reefs'] });
  });

  it('adds new exercises and leaves the memory of known ones alone', async () => {
    await storePage('page-1', 'a');
    const learnt = buildMemory({ phase: 'review', reps: 3 });
    await db.exercises.put(buildExercise({ id: 'known', passageId: 'a', memory: learnt }));
    const exercises = [
      buildExercise({ id: 'known', passageId: 'a' }),
      buildExercise({ id: 'new', passageId: 'a' }),
    ];
    await analyse('page-1', { exercises });
    expect(await db.exercises.get('known')).toMatchObject({ memory: learnt });
    expect((await store.storedExercises(['a'])).map(({ id }) => id)).toEqual(['known', 'new']);
  });

  it('places passages among the interests that exist and keeps their sizes right', async () => {
    await storePage('page-1', 'a', 'b');
    await db.interests.bulkPut([
      buildInterest({ id: 'i1', passageCount: 0 }),
      buildInterest({ id: 'i2', passageCount: 0 }),
    ]);
    await analyse('page-1', {
      assignments: new Map([
        ['a', 'i1'],
        ['b', 'i1'],
      ]),
    });
    await analyse('page-1', {
      assignments: new Map([
        ['a', 'i2'],
        ['b', 'gone'],
      ]),
    });
    expect((await db.passages.toArray()).map(({ interestId }) => interestId)).toEqual(['i2', 'i1']);
    expect((await db.interests.toArray()).map(({ passageCount }) => passageCount)).toEqual([1, 1]);
  });

  it('asks for a refit only when one is needed', async () => {
    await storePage('page-1', 'a');
    await analyse('page-1', { refit: false });
    expect(await db.jobs.get('refit:all')).toBeUndefined();
    await analyse('page-1', { refit: true });
    expect(await db.jobs.get('refit:all')).toMatchObject({ kind: 'refit', state: 'pending' });
  });

  it('leaves out whatever belongs to a passage that was deleted meanwhile', async () => {
    await storePage('page-1', 'a', 'b');
    const job = await claimAnalysis();
    const page = await store.loadPage('page-1');
    if (!page) throw new Error('no such page');
    await db.passages.delete('b');
    await db.occurrences.delete('page-1:b');
    const analysis: PageAnalysis = {
      keyphrases: { en: [term('reef', 'a', 'b'), term('polyp', 'b')] },
      exercises: [buildExercise({ passageId: 'b' })],
      assignments: new Map([['b', 'i1']]),
      words: [],
      refit: false,
    };
    await store.complete(job, page, analysis, SETTLED);
    expect((await db.mentions.toArray()).map(({ passageId }) => passageId)).toEqual(['a']);
    expect((await db.concepts.toArray()).map(({ id }) => id)).toEqual(['en:reef']);
    expect(await db.exercises.count()).toBe(0);
  });

  it('runs again when the page changed while it was analysed', async () => {
    await storePage('page-1', 'a');
    const job = await claimAnalysis();
    const page = await store.loadPage('page-1');
    if (!page) throw new Error('no such page');
    await createJobQueue(db).enqueue('analyse', 'page-1', SETTLED);
    await store.complete(
      job,
      page,
      { keyphrases: {}, exercises: [], assignments: new Map(), words: [], refit: false },
      SETTLED,
    );
    expect(await db.jobs.get('analyse:page-1')).toMatchObject({ state: 'pending' });
  });

  it('writes all or nothing', async () => {
    await storePage('page-1', 'a');
    const broken = { ...buildExercise({ passageId: 'a' }), id: undefined as unknown as string };
    await expect(
      analyse('page-1', { keyphrases: { en: [term('reef', 'a')] }, exercises: [broken] }),
    ).rejects.toThrow();
    expect(await db.concepts.count()).toBe(0);
    expect(await db.mentions.count()).toBe(0);
    expect(await db.jobs.get('analyse:page-1')).toMatchObject({ state: 'running' });
  });
});
