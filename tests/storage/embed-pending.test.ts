import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embedPending } from '@/lib/app/embed-pending';
import type { Job, JobLane } from '@/lib/app/job';
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

async function read(id: string, text = `Passage ${id}`, lane: JobLane = 'view') {
  await db.passages.put(buildPassage({ id, text }));
  await queue.enqueue('embed', id, now(), lane);
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
  it('stores slice by slice, while the next one is encoded', async () => {
    for (let i = 0; i < 100; i++) await read(String(i));
    const slices: number[] = [];
    let proceed = () => {};
    const secondAsked = new Promise<void>((resolve) => {
      proceed = resolve;
    });
    const watched: Encoder = {
      async encode(texts, ...rest) {
        slices.push(texts.length);
        if (slices.length === 2) proceed();
        await secondAsked;
        return encoder.encode(texts, ...rest);
      },
    };
    expect(await embedNext(watched)).toBe(100);
    expect(Math.max(...slices)).toBeLessThanOrEqual(64);
    expect(slices.length).toBeGreaterThan(3);
    expect(await db.jobs.count()).toBe(0);
  });

  it('takes no more after ten seconds, and less at a time when it is slow', async () => {
    for (let i = 0; i < 60; i++) await read(String(i));
    const slices: number[] = [];
    const slow: Encoder = {
      async encode(texts, ...rest) {
        slices.push(texts.length);
        clock += 1_000 * texts.length;
        return encoder.encode(texts, ...rest);
      },
    };
    const done = await embedNext(slow);
    expect(done).toBeLessThan(60);
    expect(await db.jobs.count()).toBe(60 - done);
    expect(slices.at(-1)).toBeLessThan(slices[0] ?? 0);
  });

  it('embeds what is in view before what was brought in', async () => {
    for (let i = 0; i < 30; i++) await read(`import-${i}`, `Import ${i}`, 'import');
    await read('view', 'In view');
    const calls: { texts: readonly string[]; urgency: unknown }[] = [];
    const watched: Encoder = {
      encode(texts, role, options) {
        calls.push({ texts, urgency: options?.urgency });
        return encoder.encode(texts, role, options);
      },
    };
    await embedNext(watched);
    const [first, ...others] = calls;
    expect(first?.texts).toContain('In view');
    expect(first?.urgency).toBe('view');
    expect(new Set(others.map(({ urgency }) => urgency))).toEqual(new Set(['backlog']));
  });

  it('fails the text that needs too much memory with that reason, and no other', async () => {
    for (const id of ['1', '2', '3']) await read(id);
    await read('4', 'huge');
    const cramped: Encoder = {
      encode: (texts, ...rest) =>
        texts.includes('huge')
          ? Promise.reject(new EncoderError('out-of-memory', '512 tokens'))
          : encoder.encode(texts, ...rest),
    };
    expect(await embedNext(cramped)).toBe(4);
    expect(await db.jobs.toArray()).toMatchObject([{ ref: '4', attempts: 1, state: 'pending' }]);
    expect([...(await createEmbeddingStore(db).load()).keys()].sort()).toEqual(['1', '2', '3']);
  });

  it('tries a passage that failed before with nothing else under way', async () => {
    for (const id of ['1', '2', '3']) await read(id);
    const failing: Encoder = { encode: () => Promise.reject(new EncoderError('engine-failed', 'twice')) };
    await expect(embedNext(failing)).rejects.toMatchObject({ name: 'engine-failed' });
    expect(await db.jobs.toArray()).toMatchObject([{ attempts: 1 }, { attempts: 1 }, { attempts: 1 }]);
    clock += 60_000;
    for (let i = 4; i < 30; i++) await read(String(i));
    let atOnce = 0;
    const watched: Encoder = {
      async encode(texts, ...rest) {
        atOnce += 1;
        const isAgain = texts.some((text) => ['Passage 1', 'Passage 2', 'Passage 3'].includes(text));
        if (isAgain) expect({ texts: texts.length, atOnce }).toEqual({ texts: 1, atOnce: 1 });
        const vectors = await encoder.encode(texts, ...rest);
        atOnce -= 1;
        return vectors;
      },
    };
    while ((await embedNext(watched)) > 0);
    expect(await db.jobs.count()).toBe(0);
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
