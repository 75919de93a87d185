import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embedPending } from '@/lib/app/embed-pending';
import type { Job } from '@/lib/app/job';
import { type Encoder, EncoderError } from '@/lib/app/ports/encoder';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { runNextJob } from '@/lib/app/run-jobs';
import { EMBEDDING_DIMENSION } from '@/lib/domain/embedding/model';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildPassage, NOON } from '../support/study-rows';

let db: StudyDb;
let queue: JobQueue;
let clock: number;

beforeEach(() => {
  db = createStudyDb(`embed-${Math.random()}`);
  queue = createJobQueue(db);
  clock = NOON;
});
afterEach(() => db.delete());

const now = () => clock;

/** An encoder that fails on texts which hold the word `poison`. */
const encoder: Encoder = {
  async encode(texts) {
    if (texts.some((text) => text.includes('poison'))) throw new Error('cannot be read');
    return texts.map(() => new Float32Array(EMBEDDING_DIMENSION).fill(1 / Math.sqrt(EMBEDDING_DIMENSION)));
  },
};

async function read(id: string, text = `Passage ${id}`) {
  await db.passages.put(buildPassage({ id, text }));
  await queue.enqueue('embed', id, now());
}

const embedNext = (using = encoder) =>
  embedPending({ queue, embeddings: createEmbeddingStore(db), encoder: using, now }, 'me');

/** Works as the engine does: again after a failure, and when the next job is due. */
async function workUntilDry(): Promise<void> {
  for (
    let dueAt = await queue.nextDueAt(['embed'], now());
    dueAt !== undefined;
    dueAt = await queue.nextDueAt(['embed'], now())
  ) {
    clock = Math.max(clock, dueAt);
    await embedNext().catch(() => {});
  }
}

describe('embedding what waits', () => {
  it('works in slices until nothing is due', async () => {
    for (let i = 0; i < 40; i++) await read(String(i));
    const slices: number[] = [];
    for (let done = await embedNext(); done > 0; done = await embedNext()) slices.push(done);
    expect(slices.reduce((sum, done) => sum + done)).toBe(40);
    expect(Math.max(...slices)).toBeLessThan(40);
  });

  it('gives up on the passage that cannot be embedded, and on no other', async () => {
    for (const id of ['1', '2', '3']) await read(id);
    await read('4', 'poison');
    for (const id of ['5', '6']) await read(id);
    await workUntilDry();
    const left = await db.jobs.toArray();
    expect(left).toMatchObject([{ ref: '4', state: 'quarantined', detail: 'Error: cannot be read' }]);
    expect([...(await createEmbeddingStore(db).load()).keys()].sort()).toEqual(['1', '2', '3', '5', '6']);
  });

  it('lets the passages wait, without counting an attempt, when the model is missing', async () => {
    await read('1');
    const missing: Encoder = { encode: () => Promise.reject(new EncoderError('model-missing', 'gone')) };
    await expect(embedNext(missing)).rejects.toMatchObject({ name: 'model-missing' });
    expect(await db.jobs.toArray()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });
});

describe('running other jobs', () => {
  const runNext = (perform: (job: Job) => Promise<void>) =>
    runNextJob({ queue, now }, { analyse: perform, refit: perform }, 'me');

  it('does the analyses before the refit', async () => {
    await queue.enqueue('refit', 'all', now());
    await queue.enqueue('analyse', 'page', now());
    clock += 10_000;
    const done: string[] = [];
    const perform = async (job: Job) => {
      done.push(job.id);
      await db.jobs.delete(job.id);
    };
    while (await runNext(perform));
    expect(done).toEqual(['analyse:page', 'refit:all']);
  });

  it('keeps a failed job for later, with its reason', async () => {
    await queue.enqueue('refit', 'all', now());
    clock += 10_000;
    expect(await runNext(() => Promise.reject(new TypeError('no centre')))).toMatchObject({ kind: 'refit' });
    expect(await db.jobs.toArray()).toMatchObject([{ state: 'pending', detail: 'TypeError: no centre' }]);
  });

  it('gives a job back when the encoder cannot answer', async () => {
    await queue.enqueue('analyse', 'page', now());
    clock += 10_000;
    const failing = () => Promise.reject(new EncoderError('engine-failed', 'twice'));
    await expect(runNext(failing)).rejects.toMatchObject({ name: 'engine-failed' });
    expect(await db.jobs.toArray()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });
});
