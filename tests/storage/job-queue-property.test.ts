import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Job } from '@/lib/app/job';
import { completeJobs, createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';

const LEASE_MS = 1_000;
const REFS = ['a', 'b', 'c'] as const;
const OWNERS = ['one', 'two'] as const;

type Step =
  | { readonly do: 'ask'; readonly ref: string }
  | { readonly do: 'claim' | 'finish' | 'fail' | 'giveBack' | 'die' | 'report'; readonly owner: string }
  | { readonly do: 'wait'; readonly ms: number };

const owner = fc.constantFrom(...OWNERS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), ref: fc.constantFrom(...REFS) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('claim' as const), owner }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'finish' as const,
        'fail' as const,
        'giveBack' as const,
        'die' as const,
        'report' as const,
      ),
      owner,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
  },
);

/** Plays workers that claim, finish, fail and die, and keeps book of what was asked for and what was done. */
function createWorld(db: StudyDb) {
  const queue = createJobQueue(db);
  const held = new Map<string, Job[]>();
  /** Asked for and not yet done by a worker that claimed it after the last asking. */
  const owed = new Set<string>();
  let now = 0;
  let turn = 0;
  let doneInVain = 0;
  const askedAt = new Map<string, number>();
  const claimedAt = new Map<Job, number>();

  const claim = async (name: string) => {
    const jobs = await queue.claim({ kind: 'embed', owner: name, limit: 2, leaseMs: LEASE_MS, now });
    for (const job of jobs) claimedAt.set(job, turn);
    held.set(name, [...(held.get(name) ?? []), ...jobs]);
    return jobs;
  };
  const finish = async (name: string) => {
    const jobs = held.get(name) ?? [];
    held.delete(name);
    await db.transaction('rw', db.jobs, async () => completeJobs(db, jobs, now));
    for (const job of jobs) {
      if (!owed.has(job.ref)) doneInVain += 1;
      if ((claimedAt.get(job) ?? 0) > (askedAt.get(job.ref) ?? 0)) owed.delete(job.ref);
    }
  };
  const take = (name: string) => {
    const jobs = held.get(name) ?? [];
    held.delete(name);
    return jobs;
  };
  return {
    owed,
    queue,
    doneInVain: () => doneInVain,
    holds: () => held,
    now: () => now,
    claim,
    finish,
    async play(next: Step) {
      turn += 1;
      if (next.do === 'wait') now += next.ms;
      else if (next.do === 'ask') {
        owed.add(next.ref);
        askedAt.set(next.ref, turn);
        await queue.enqueue('embed', next.ref, now);
      } else if (next.do === 'claim') await claim(next.owner);
      else if (next.do === 'finish') await finish(next.owner);
      else if (next.do === 'fail') await queue.fail(take(next.owner), 'broken', now);
      else if (next.do === 'giveBack') await queue.release(take(next.owner), now);
      else if (next.do === 'report') {
        take(next.owner);
        await queue.abandon(next.owner, 'no answer', now);
      } else take(next.owner);
    },
    async drain() {
      held.clear();
      for (
        let dueAt = await queue.nextDueAt(['embed'], now);
        dueAt !== undefined;
        dueAt = await queue.nextDueAt(['embed'], now)
      ) {
        turn += 1;
        now = Math.max(now, dueAt);
        await claim('last');
        await finish('last');
      }
    },
  };
}

it('loses no job that was asked for, whoever dies when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      const db = createStudyDb(`property-${Math.random()}`);
      const world = createWorld(db);
      for (const next of steps) await world.play(next);
      await world.drain();
      const givenUp = (await db.jobs.toArray())
        .filter((job) => job.state === 'quarantined')
        .map((job) => job.ref);
      expect([...world.owed].sort()).toEqual(givenUp.sort());
      expect(await db.jobs.count()).toBe(givenUp.length);
      await db.delete();
    }),
    { numRuns: 30 },
  );
});

it('does nothing twice while every worker lives within its lease', async () => {
  const quick = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), ref: fc.constantFrom(...REFS) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('claim' as const, 'finish' as const), owner }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(quick, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      const db = createStudyDb(`property-${Math.random()}`);
      const world = createWorld(db);
      for (const next of steps) {
        await world.play(next);
        const holders = [...world.holds().values()].flat().map((job) => job.id);
        expect(new Set(holders).size).toBe(holders.length);
      }
      expect(world.doneInVain()).toBe(0);
      await db.delete();
    }),
    { numRuns: 20 },
  );
});
