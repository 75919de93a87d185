import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobKind } from '@/lib/app/job';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import { completeJobs, createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { NOON } from '../support/study-rows';

let db: StudyDb;
let queue: JobQueue;

beforeEach(() => {
  db = createStudyDb(`lanes-${Math.random()}`);
  queue = createJobQueue(db);
});
afterEach(() => db.delete());

const claim = (limit = 10, kind: JobKind = 'embed', now = NOON) =>
  queue.claim({ kind, owner: 'me', limit, leaseMs: 60_000, now });
const complete = (jobs: readonly Job[]) =>
  db.transaction('rw', db.jobs, async () => completeJobs(db, jobs, NOON));
const refs = (jobs: readonly Job[]) => jobs.map((job) => job.ref);
const progress = async () =>
  (await queue.progress()).backlogs.map(({ kind, lane, left, total }) => `${kind} ${lane} ${left}/${total}`);

/** Gives a job up for the reason. */
async function giveUp(ref: string, detail: string): Promise<void> {
  await queue.enqueue('embed', ref, NOON);
  for (let now = NOON; (await db.jobs.get(`embed:${ref}`))?.state !== 'quarantined'; now += 3_600_000)
    await queue.fail(await claim(1, 'embed', now), detail, now);
}

describe('lanes', () => {
  it('are taken one after the other, the oldest job of each first', async () => {
    await queue.enqueue('embed', 'again', NOON - 3, 'renewal');
    await queue.enqueue('embed', 'book', NOON - 2, 'import');
    await queue.enqueue('embed', 'later', NOON, 'view');
    await queue.enqueue('embed', 'first', NOON - 1, 'view');
    expect(refs(await claim(3))).toEqual(['first', 'later', 'book']);
    expect(refs(await claim(3))).toEqual(['again']);
  });

  it('are left for a more urgent one by a job that is asked for there, and never the other way', async () => {
    await queue.enqueue('embed', 'a', NOON, 'renewal');
    await queue.enqueue('embed', 'a', NOON, 'view');
    expect(await db.jobs.get('embed:a')).toMatchObject({ lane: 'view', revision: 2 });
    await queue.enqueue('embed', 'a', NOON, 'import');
    expect(await db.jobs.get('embed:a')).toMatchObject({ lane: 'view', revision: 3 });
  });
});

describe('held work', () => {
  it('is neither claimed, nor due, nor counted as waiting, until it is resumed', async () => {
    await queue.enqueue('embed', 'book', NOON, 'import');
    await queue.enqueue('analyse', 'page', NOON - 60_000, 'import');
    await queue.hold('imports');
    expect([await claim(), await claim(10, 'analyse')]).toEqual([[], []]);
    expect(await queue.nextDueAt(['embed', 'analyse'], NOON)).toBeUndefined();
    expect((await queue.counts()).waiting).toEqual({ embed: 0, analyse: 0, refit: 0 });
    expect((await queue.progress()).backlogs).toMatchObject([{ held: true }, { held: true }]);
    await queue.resume('imports');
    expect(refs(await claim())).toEqual(['book']);
  });

  it('does not hold what is read', async () => {
    await queue.hold('imports');
    await queue.enqueue('embed', 'read', NOON);
    expect(refs(await claim())).toEqual(['read']);
  });

  it('stays held over a restart, and one kind does not resume another', async () => {
    await queue.hold('imports');
    await queue.hold('refit');
    await queue.hold('imports');
    const restarted = createJobQueue(db);
    await restarted.resume('refit');
    await queue.enqueue('refit', 'all', NOON - 60_000);
    await queue.enqueue('embed', 'book', NOON, 'import');
    expect([refs(await claim(1, 'refit')), refs(await claim())]).toEqual([['all'], []]);
  });
});

describe('progress', () => {
  it('counts a backlog from its first job to its last, and then begins anew', async () => {
    for (const ref of ['a', 'b', 'c']) await queue.enqueue('embed', ref, NOON, 'import');
    await complete(await claim(2));
    expect(await progress()).toEqual(['embed import 1/3']);
    await queue.enqueue('embed', 'd', NOON, 'import');
    await queue.enqueue('embed', 'd', NOON, 'import');
    expect(await progress()).toEqual(['embed import 2/4']);
    await complete(await claim());
    expect(await progress()).toEqual([]);
    await queue.enqueue('embed', 'e', NOON, 'import');
    expect(await progress()).toEqual(['embed import 1/1']);
  });

  it('tells lanes and kinds apart, the most urgent first', async () => {
    await queue.enqueue('embed', 'old', NOON, 'renewal');
    await queue.enqueue('analyse', 'page', NOON, 'view');
    await queue.enqueue('embed', 'new', NOON, 'view');
    expect(await progress()).toEqual(['embed view 1/1', 'analyse view 1/1', 'embed renewal 1/1']);
  });
});

describe('what was given up', () => {
  it.each([
    ['The worker gave no answer in 20000 ms.', 'too-slow'],
    ['RangeError: Array buffer allocation failed', 'out-of-memory'],
    ['RuntimeError: memory access out of bounds', 'out-of-memory'],
    ['QuotaExceededError: the disk is full', 'storage'],
    ['DatabaseClosedError: Database has been closed', 'storage'],
    ['The worker could not be started.', 'stopped'],
    ['TypeError: x is undefined', 'unexpected'],
  ])('after "%s" is told as %s', async (detail, trouble) => {
    await giveUp('a', detail);
    expect(await db.jobs.get('embed:a')).toMatchObject({ trouble, detail });
  });

  it('is counted by reason, the most frequent first', async () => {
    await giveUp('a', 'TypeError: x is undefined');
    await giveUp('b', 'gave no answer in 5 ms');
    await giveUp('c', 'gave no answer in 5 ms');
    expect((await queue.progress()).givenUp).toEqual([
      { trouble: 'too-slow', count: 2 },
      { trouble: 'unexpected', count: 1 },
    ]);
  });

  it('is tried again with all attempts before it when the learner asks', async () => {
    await giveUp('a', 'broken');
    await giveUp('b', 'broken');
    expect(await queue.retryQuarantined(NOON)).toBe(2);
    expect(await progress()).toEqual(['embed view 2/2']);
    const jobs = await claim();
    expect(jobs).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    for (const job of jobs) expect(job).not.toHaveProperty('trouble');
    expect(await queue.retryQuarantined(NOON)).toBe(0);
  });
});
