import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '@/lib/app/job';
import { createPause } from '@/lib/app/pause-for-others';
import { refitInterests } from '@/lib/app/refit-interests';
import { runNextJob } from '@/lib/app/run-jobs';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createInterestStore } from '@/lib/storage/interest-store';
import { completeJobs, createJobQueue, voidWorkUnderWay } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildOccurrence, buildPassage, NOON } from '../support/study-rows';

/** Later than any delay that lets the queue settle. */
const SETTLED = NOON + 60_000;

let db: StudyDb;
beforeEach(async () => {
  db = createStudyDb(`refit-${Math.random()}`);
  const text = 'Eight or more words are what a passage needs to have a say.';
  const vectors = new Map<string, Float32Array>();
  for (let order = 0; order < 12; order++) {
    const [id, vector] = [`passage-${order}`, new Float32Array(384)];
    vector[0] = 0.6;
    vector[1 + order] = 0.8;
    vectors.set(id, vector);
    await db.passages.put(buildPassage({ id, text }));
    await db.occurrences.put(buildOccurrence({ passageId: id, order }));
  }
  await createEmbeddingStore(db).complete([], vectors, NOON);
  await db.jobs.clear();
  await createJobQueue(db).enqueue('refit', 'all', NOON);
});
afterEach(() => db.delete());

/** Performs the refit with a pause that every step takes; says which jobs were there whenever a page was analysed. */
async function refitBeside(duringRefit: () => Promise<void>): Promise<string[][]> {
  const queue = createJobQueue(db);
  const now = () => SETTLED;
  const seen: string[][] = [];
  const analyse = async (job: Job) => {
    seen.push((await db.jobs.toArray()).map(({ id, state }) => `${id} ${state}`));
    await db.transaction('rw', db.tables, async () => {
      await completeJobs(db, [job], SETTLED);
    });
  };
  let instant = 0;
  const pause = createPause({
    now: () => (instant += 1_000),
    takeTurns: duringRefit,
    signOfLife: () => {},
    urgent: async () => (await runNextJob({ queue, now }, { analyse }, 'worker')) !== undefined,
  });
  const ports = { interests: createInterestStore(db), embeddings: createEmbeddingStore(db) };
  const circumstances = { priors: { en: new Float32Array(384) }, newId: () => crypto.randomUUID(), pause };
  const refit = (job: Job) => refitInterests(job, ports, { ...circumstances, now: SETTLED });
  await runNextJob({ queue, now }, { analyse, refit }, 'worker');
  return seen;
}

/** The first time only. */
function once(act: () => Promise<void>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (isDone) return;
    isDone = true;
    await act();
  };
}

describe('a refit', () => {
  it('lets a page be analysed that comes in between, and is finished all the same', async () => {
    const seen = await refitBeside(once(() => createJobQueue(db).enqueue('analyse', 'page-1', NOON)));
    expect(seen).toEqual([['analyse:page-1 running', 'refit:all running']]);
    expect(await db.jobs.count()).toBe(0);
    expect(await db.interests.count()).toBe(1);
  });

  it('stores nothing of what was forgotten meanwhile, and is asked for anew', async () => {
    await refitBeside(once(() => db.transaction('rw', db.tables, async () => voidWorkUnderWay(db, SETTLED))));
    expect(await db.interests.count()).toBe(0);
    expect(await db.jobs.toArray()).toMatchObject([{ id: 'refit:all', state: 'pending' }]);
  });
});
