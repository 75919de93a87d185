import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JOB_LANES, type Job, type JobLane } from '@/lib/app/job';
import { LONGEST_WAIT_MS, MAX_ATTEMPTS } from '@/lib/storage/job-claims';
import { completeJobs, createJobQueue, voidWorkUnderWay } from '@/lib/storage/job-queue';
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
    const ended = await db.transaction('rw', db.jobs, async () => completeJobs(db, jobs, now));
    for (const job of jobs) {
      if (!owed.has(job.ref)) doneInVain += 1;
      // Whoever outlived the lease ends nothing: the job is somebody else's, or was given up.
      if (ended.includes(job) && (claimedAt.get(job) ?? 0) > (askedAt.get(job.ref) ?? 0))
        owed.delete(job.ref);
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

type Mischief =
  | { readonly do: 'ask'; readonly ref: string; readonly lane: JobLane }
  | { readonly do: 'claim' | 'finish' | 'fail' | 'giveBack' | 'die' | 'abandon'; readonly owner: string }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'erase'; readonly ref: string }
  | { readonly do: 'hold' | 'resume' | 'retry' | 'reclaim' };

const HOUR_MS = 3_600_000;
const POISON = 'poison';
const ref = fc.constantFrom(...REFS, POISON);

const mischief: fc.Arbitrary<Mischief> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('ask' as const), ref, lane: fc.constantFrom(...JOB_LANES) }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('claim' as const), owner }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('finish' as const), owner }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('fail', 'giveBack', 'die', 'abandon'), owner }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 2 * LEASE_MS }), fc.integer({ min: -HOUR_MS, max: HOUR_MS })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), ref }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hold', 'resume', 'retry', 'reclaim') }) },
);

/** Two workers that die, forget what they hold and come back late, a clock that is set, work that always fails, and forgetting. */
function createUnkindWorld(db: StudyDb) {
  const queue = createJobQueue(db);
  const claims = new Map<string, Job[]>(OWNERS.map((name) => [name, []]));
  const owed = new Map<string, number>();
  let now = HOUR_MS;
  let held = false;

  const claim = async (name: string) => {
    const jobs = await queue.claim({ kind: 'embed', owner: name, limit: 2, leaseMs: LEASE_MS, now });
    for (const job of jobs) {
      expect(held && job.lane === 'import').toBe(false);
      expect(job.attempts).toBeLessThanOrEqual(MAX_ATTEMPTS);
    }
    claims.get(name)?.push(...jobs);
  };
  /** Results and completion are one; a poisoned job has none. */
  const finish = async (name: string, jobs = claims.get(name)?.splice(0) ?? []) => {
    const sound = jobs.filter((job) => job.ref !== POISON);
    const ended = await db.transaction('rw', db.jobs, async () => completeJobs(db, sound, now));
    for (const job of ended) {
      const left = (owed.get(job.ref) ?? 0) - 1;
      // An effect that nobody asked for would be the second of one request.
      expect(left).toBeGreaterThanOrEqual(0);
      const asked = await db.jobs.get(job.id);
      owed.set(job.ref, asked ? Math.max(1, left) : 0);
    }
    const poisoned = jobs.filter((job) => job.ref === POISON);
    await queue.fail(poisoned, 'RangeError: Array buffer allocation failed', now);
  };
  const play: { readonly [Name in Mischief['do']]: (step: Extract<Mischief, { do: Name }>) => unknown } = {
    ask: async ({ ref: asked, lane }) => {
      owed.set(asked, (owed.get(asked) ?? 0) + 1);
      await queue.enqueue('embed', asked, now, lane);
    },
    claim: ({ owner: name }) => claim(name),
    finish: ({ owner: name }) => finish(name),
    fail: ({ owner: name }) => queue.fail(claims.get(name)?.splice(0) ?? [], 'broken', now),
    giveBack: ({ owner: name }) => queue.release(claims.get(name)?.splice(0) ?? [], now),
    die: ({ owner: name }) => claims.get(name)?.splice(0),
    abandon: ({ owner: name }) => queue.abandon(name, 'no answer in 20000 ms', now),
    jump: ({ ms }) => {
      now = Math.max(1, now + ms);
    },
    erase: ({ ref: gone }) => {
      owed.set(gone, 0);
      return db.transaction('rw', db.jobs, async () => {
        await db.jobs.delete(`embed:${gone}`);
        await voidWorkUnderWay(db, now);
      });
    },
    hold: () => {
      held = true;
      return queue.hold('imports');
    },
    resume: () => {
      held = false;
      return queue.resume('imports');
    },
    retry: () => queue.retryQuarantined(now),
    reclaim: () => queue.reclaim(now),
  };
  return {
    queue,
    owed,
    play: (step: Mischief) => (play[step.do] as (step: Mischief) => unknown)(step),
    /** Works on alone; nothing may have to wait for longer than a lease or the longest back-off. */
    async drain() {
      await queue.resume('imports');
      held = false;
      const turns = 10 * MAX_ATTEMPTS * (REFS.length + 1);
      for (let turn = 0; turn < turns; turn++) {
        const dueAt = await queue.nextDueAt(['embed'], now);
        if (dueAt === undefined) return;
        expect(dueAt - now).toBeLessThanOrEqual(Math.max(LONGEST_WAIT_MS, LEASE_MS));
        now = Math.max(now, dueAt);
        await claim('one');
        await finish('one');
      }
      throw new Error('The work never ends.');
    },
  };
}

it('sticks at nothing and has no effect twice, whatever dies, jumps, is poisoned or forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mischief, { minLength: 20, maxLength: 80, size: 'max' }), async (steps) => {
      const db = createStudyDb(`property-${Math.random()}`);
      const world = createUnkindWorld(db);
      for (const next of steps) await world.play(next);
      await world.drain();
      const left = await db.jobs.toArray();
      expect(left.filter(({ state }) => state !== 'quarantined')).toEqual([]);
      for (const job of left) expect(job).toMatchObject({ attempts: MAX_ATTEMPTS, owner: '' });
      const givenUp = new Set(left.map((job) => job.ref));
      for (const [asked, times] of world.owed) if (times > 0) expect(givenUp).toContain(asked);
      await db.delete();
    }),
    { numRuns: 40 },
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
