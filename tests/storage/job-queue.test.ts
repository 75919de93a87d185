import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobKind } from '@/lib/app/job';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { MAX_ATTEMPTS } from '@/lib/storage/job-claims';
import { completeJobs, countWaitingJobs, createJobQueue, enqueueJob } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { NOON } from '../support/study-rows';

const SECOND = 1_000;
const LEASE_MS = 60 * SECOND;

let db: StudyDb;
let queue: JobQueue;

beforeEach(() => {
  db = createStudyDb(`jobs-${Math.random()}`);
  queue = createJobQueue(db);
});
afterEach(() => db.delete());

const claim = (owner: string, now: number, limit = 10, kind: JobKind = 'embed') =>
  queue.claim({ kind, owner, limit, leaseMs: LEASE_MS, now });
const complete = (jobs: readonly Job[], now: number) =>
  db.transaction('rw', db.jobs, async () => completeJobs(db, jobs, now));
const refs = (jobs: readonly Job[]) => jobs.map((job) => job.ref);

describe('asking', () => {
  it('is one job however often it is asked', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await queue.enqueue('embed', 'a', NOON + 1);
    expect(await db.jobs.toArray()).toMatchObject([{ id: 'embed:a', createdAt: NOON, revision: 2 }]);
  });

  it('is undone with the transaction that it belongs to', async () => {
    const failing = db.transaction('rw', db.jobs, db.meta, async () => {
      await enqueueJob(db, 'embed', 'a', NOON);
      throw new Error('The capture failed.');
    });
    await expect(failing).rejects.toThrow('The capture failed.');
    expect(await countWaitingJobs(db)).toBe(0);
  });

  it('lets a page settle before it is analysed', async () => {
    await queue.enqueue('analyse', 'page', NOON);
    expect(await claim('me', NOON, 1, 'analyse')).toEqual([]);
    const dueAt = await queue.nextDueAt(['analyse'], NOON);
    expect(refs(await claim('me', dueAt ?? 0, 1, 'analyse'))).toEqual(['page']);
    expect((dueAt ?? 0) - NOON).toBeLessThanOrEqual(10 * SECOND);
  });

  it('gives a job that was given up another chance', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await db.jobs.update('embed:a', { state: 'quarantined', attempts: MAX_ATTEMPTS, trouble: 'stopped' });
    await queue.enqueue('embed', 'a', NOON + 1);
    const [job] = await claim('me', NOON + 1);
    expect(job).toMatchObject({ attempts: 1, state: 'running' });
    expect(job).not.toHaveProperty('trouble');
  });
});

describe('claiming', () => {
  it('takes the oldest first, of one kind, up to the limit', async () => {
    await queue.enqueue('embed', 'young', NOON + 2);
    await queue.enqueue('embed', 'old', NOON);
    await queue.enqueue('embed', 'middle', NOON + 1);
    await queue.enqueue('refit', 'all', NOON);
    expect(refs(await claim('me', NOON + 3, 2))).toEqual(['old', 'middle']);
  });

  it('never gives a job to two owners at a time', async () => {
    for (const ref of ['a', 'b', 'c', 'd']) await queue.enqueue('embed', ref, NOON);
    const claims = await Promise.all(['one', 'two', 'three'].map((owner) => claim(owner, NOON, 2)));
    expect(refs(claims.flat()).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives a job whose lease ran out to the next owner', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await claim('dead', NOON);
    expect(await claim('next', NOON + LEASE_MS - 1)).toEqual([]);
    expect(await claim('next', NOON + LEASE_MS)).toMatchObject([{ ref: 'a', owner: 'next', attempts: 2 }]);
  });

  it('gives a job up that outlives five owners', async () => {
    await queue.enqueue('embed', 'poison', NOON);
    for (let death = 0; death < MAX_ATTEMPTS; death++)
      expect(await claim(`owner-${death}`, NOON + death * LEASE_MS)).toHaveLength(1);
    expect(await claim('last', NOON + MAX_ATTEMPTS * LEASE_MS)).toEqual([]);
    expect((await queue.counts()).quarantined).toBe(1);
    expect((await db.jobs.get('embed:poison'))?.trouble).toBe('stopped');
  });
});

describe('failing', () => {
  it('waits longer after each attempt and then gives the job up with its reason', async () => {
    await queue.enqueue('embed', 'a', NOON);
    let now = NOON;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      await queue.fail(await claim('me', now), `broken ${attempt}`, now);
      const dueAt = await queue.nextDueAt(['embed'], now);
      if (dueAt !== undefined) waits.push(dueAt - now);
      now = dueAt ?? now;
    }
    expect(waits).toEqual([5 * SECOND, 20 * SECOND, 80 * SECOND, 320 * SECOND]);
    expect(await db.jobs.get('embed:a')).toMatchObject({ state: 'quarantined', detail: 'broken 5' });
  });

  it('does not touch a job that belongs to somebody else by now', async () => {
    await queue.enqueue('embed', 'a', NOON);
    const stale = await claim('slow', NOON);
    await claim('next', NOON + LEASE_MS);
    await queue.fail(stale, 'too late', NOON + LEASE_MS + 1);
    await queue.release(stale, NOON + LEASE_MS + 1);
    expect(await db.jobs.get('embed:a')).toMatchObject({ state: 'running', owner: 'next' });
  });

  it('fails what a lost worker held, and nothing else', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await queue.enqueue('embed', 'b', NOON);
    await claim('lost', NOON, 1);
    await claim('alive', NOON, 1);
    await queue.abandon('lost', 'no answer', NOON);
    expect(await db.jobs.toArray()).toMatchObject([
      { ref: 'a', state: 'pending', detail: 'no answer' },
      { ref: 'b', state: 'running', owner: 'alive' },
    ]);
  });

  it('takes every lease back at once for a new engine', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await queue.enqueue('refit', 'all', NOON);
    await claim('gone', NOON);
    await claim('gone', NOON + 10 * SECOND, 1, 'refit');
    await queue.reclaim(NOON + 11 * SECOND);
    expect(await claim('new', NOON + 11 * SECOND)).toMatchObject([{ ref: 'a', attempts: 2 }]);
    expect(await claim('new', NOON + 11 * SECOND, 1, 'refit')).toMatchObject([{ attempts: 2 }]);
  });
});

describe('giving back', () => {
  it('does not count the attempt', async () => {
    await queue.enqueue('embed', 'a', NOON);
    for (let turn = 0; turn < 2 * MAX_ATTEMPTS; turn++) await queue.release(await claim('me', NOON), NOON);
    expect(await db.jobs.get('embed:a')).toMatchObject({ state: 'pending', attempts: 0, notBefore: NOON });
  });
});

describe('completing', () => {
  it('removes the job', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await complete(await claim('me', NOON), NOON);
    expect(await db.jobs.count()).toBe(0);
    expect(await queue.nextDueAt(['embed', 'analyse', 'refit'], NOON)).toBeUndefined();
  });

  it('leaves a job that was asked for again meanwhile to be done again', async () => {
    await queue.enqueue('embed', 'a', NOON);
    const first = await claim('me', NOON);
    await queue.enqueue('embed', 'a', NOON + 1);
    await complete(first, NOON + 2);
    const second = await claim('me', NOON + 2);
    expect(second).toMatchObject([{ ref: 'a', attempts: 1 }]);
    await complete(second, NOON + 3);
    expect(await db.jobs.count()).toBe(0);
  });

  it('counts what waits by kind', async () => {
    await queue.enqueue('embed', 'a', NOON);
    await queue.enqueue('embed', 'b', NOON);
    await queue.enqueue('refit', 'all', NOON);
    await claim('me', NOON, 1);
    expect(await queue.counts()).toEqual({ waiting: { embed: 2, analyse: 0, refit: 1 }, quarantined: 0 });
    expect(await countWaitingJobs(db)).toBe(3);
  });
});

describe('finishing late', () => {
  it('does not take away what was asked for after another worker had finished', async () => {
    await queue.enqueue('embed', 'a', NOON);
    const late = await claim('slow', NOON);
    const taken = await claim('quick', NOON + LEASE_MS);
    await complete(taken, NOON + LEASE_MS + 1);
    await queue.enqueue('embed', 'a', NOON + LEASE_MS + 2);
    await complete(late, NOON + LEASE_MS + 3);
    expect(await countWaitingJobs(db)).toBe(1);
  });
});
