import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysePage } from '@/lib/app/analyse-page';
import { embedPending } from '@/lib/app/embed-pending';
import type { Job } from '@/lib/app/job';
import type { Encoder } from '@/lib/app/ports/encoder';
import type { Forgetting } from '@/lib/app/ports/erasure';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { refitInterests } from '@/lib/app/refit-interests';
import { runNextJob } from '@/lib/app/run-jobs';
import { createAnalysisStore } from '@/lib/storage/analysis-store';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createInterestStore } from '@/lib/storage/interest-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createWordVectorStore } from '@/lib/storage/word-vector-store';
import bread from '../../fixtures/bread-pages.json';
import { allRows, vectorOf } from '../../support/planted-study';
import { buildPassage, NOON } from '../../support/study-rows';
import { taggers } from '../../support/tagged-sentences';

const MARKER = 'zymurgy';
const ORIGIN = 'http://bakery.test';
const SITE: Forgetting = { kind: 'site', site: ORIGIN };
const SOON = NOON + 60_000;
/** Later than any delay that lets the queue settle. */
const LATER = NOON + 600_000;

let db: StudyDb;
let queue: JobQueue;

beforeEach(() => {
  db = createStudyDb(`under-way-${Math.random()}`);
  queue = createJobQueue(db);
});
afterEach(() => db.delete());

/** Reports the English page about bread, with a word in every paragraph that stands nowhere else. */
function report(visit: string, pageId = 'a'.repeat(64), origin = ORIGIN) {
  const passages = bread.en.paragraphs.map((paragraph, order) => {
    const text = `${paragraph} Bakers call this the ${MARKER} of the dough.`;
    return {
      passage: buildPassage({ id: `${pageId.slice(0, 4)}-${order}`, text, origin }),
      order,
      headingPath: [],
      anchor: { prefix: '', exact: text.slice(0, 60), suffix: '' },
      dwellMs: 20_000,
      means: 'read' as const,
      requiredMs: 1_500,
      expectedMs: 2_000,
      rereads: 0,
    };
  });
  return createReadingStore(db).record({
    page: { id: pageId, url: `${origin}/bread`, origin, title: 'Bread', lang: 'en' },
    totals: { id: `${visit}:${pageId}`, activeMs: 60_000, scrollShare: 1, at: NOON },
    passages,
  });
}

const isAnywhere = async (text: string) => (await allRows(db)).includes(text);

const forget = (what: Forgetting = SITE) => createErasure(db).forget(what, LATER);

/** Turns texts into directions of their own, and is interrupted before it hands in the first. */
function interruptedBy(interrupt: () => Promise<unknown>): Encoder {
  let isFirst = true;
  return {
    encode: async (texts) => {
      if (isFirst) await interrupt();
      isFirst = false;
      return texts.map(vectorOf);
    },
  };
}

const embed = (encoder: Encoder) =>
  embedPending({ queue, embeddings: createEmbeddingStore(db), encoder, now: () => SOON }, 'embedder');

async function embedAll(): Promise<void> {
  while ((await embed(interruptedBy(async () => {}))) > 0);
}

const ports = (encoder: Encoder) => ({
  analyses: createAnalysisStore(db),
  embeddings: createEmbeddingStore(db),
  interests: createInterestStore(db),
  words: createWordVectorStore(db),
  encoder,
  taggerFor: async (lang: 'en' | 'zh') => taggers[lang],
  hash: async (text: string) => createHash('sha256').update(text).digest('hex'),
});

function analyse(encoder: Encoder, now = LATER): Promise<Job | undefined> {
  const priors = { en: vectorOf('prior'), zh: vectorOf('先验') };
  const circumstances = { priors, now, newId: () => crypto.randomUUID() };
  return runNextJob(
    { queue, now: () => now },
    {
      analyse: (job) => analysePage(job, ports(encoder), circumstances),
      refit: (job) => refitInterests(job, ports(encoder), circumstances),
    },
    'analyst',
  );
}

describe('forgetting while the engine works', () => {
  it('keeps vectors of forgotten passages out', async () => {
    await report('v1');
    await embed(interruptedBy(forget));
    expect(await db.vectorChunks.count()).toBe(0);
    expect(await db.meta.get('languageMeans')).toBeUndefined();
    expect(await db.jobs.filter(({ kind }) => kind === 'analyse').count()).toBe(0);
    expect(await isAnywhere(MARKER)).toBe(false);
  });

  it('keeps terms, words and exercises of a forgotten page out', async () => {
    await report('v1');
    await embedAll();
    await analyse(interruptedBy(forget));
    expect(await isAnywhere(MARKER)).toBe(false);
    expect(await db.words.count()).toBe(0);
    expect(await db.exercises.count()).toBe(0);
  });

  it('writes all of that when nothing is forgotten', async () => {
    await report('v1');
    await embedAll();
    await analyse(interruptedBy(async () => {}));
    expect(await isAnywhere(`:en:${MARKER}`)).toBe(true);
    expect(await db.exercises.count()).toBeGreaterThan(0);
  });

  it('analyses another page anew, which may have taken wrong options from what is forgotten', async () => {
    await report('v1');
    await report('v2', 'b'.repeat(64), 'http://other.test');
    await embedAll();
    await analyse(interruptedBy(async () => {}));
    await analyse(interruptedBy(() => forget()));
    expect(await db.exercises.count()).toBe(0);
    expect(await db.jobs.toArray()).toMatchObject([
      { kind: 'analyse', state: 'pending', attempts: 0 },
      { kind: 'refit' },
    ]);
    await analyse(
      interruptedBy(async () => {}),
      LATER + 60_000,
    );
    expect(await db.exercises.count()).toBeGreaterThan(0);
  });

  it('drops a fit of the interests that saw what is forgotten', async () => {
    await report('v1');
    await report('v2', 'b'.repeat(64), 'http://other.test');
    await embedAll();
    const encoder = interruptedBy(async () => {});
    await analyse(encoder);
    await analyse(encoder);
    await queue.enqueue('refit', 'all', NOON);
    const store = createInterestStore(db);
    const claim = { kind: 'refit', owner: 'x', limit: 1, leaseMs: 60_000, now: LATER + 60_000 } as const;
    const [job] = await queue.claim(claim);
    if (job === undefined) throw new Error('no refit to claim');
    const fit = { passageCount: 1, k: 1, at: LATER };
    await forget();
    await store.completeRefit(job, { interests: [], assignments: new Map(), fit: { ...fit, k: 99 } });
    expect((await store.lastFit())?.k).not.toBe(99);
    expect(await db.jobs.get('refit:all')).toMatchObject({ state: 'pending' });
  });
});

describe('a page that is still open', () => {
  it('does not bring back what was forgotten, however often it reports', async () => {
    await report('v1');
    await forget();
    for (let time = 0; time < 3; time += 1) expect(await report('v1')).toMatchObject({ ok: true });
    expect(await db.pages.count()).toBe(0);
    expect(await isAnywhere(MARKER)).toBe(false);
  });

  it('is read again when it is visited again', async () => {
    await report('v1');
    await forget();
    await report('v2');
    expect(await db.pages.count()).toBe(1);
  });

  it('keeps a single forgotten passage away, and goes on with the others', async () => {
    await report('v1');
    await forget({ kind: 'passage', passageId: 'aaaa-0' });
    await report('v1');
    expect(await db.passages.get('aaaa-0')).toBeUndefined();
    expect(await db.passages.count()).toBe(bread.en.paragraphs.length - 1);
  });
});
