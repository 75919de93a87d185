import { Dexie } from 'dexie';
import { JOB_LANES, type Job, type JobKind, type JobLane, type JobState } from '@/lib/app/job';
import type { JobClaim, JobCounts, JobQueue } from '@/lib/app/ports/job-queue';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { StudyDb } from './study-db';

/** At this many failed attempts a job is given up and kept with its reason. */
export const MAX_ATTEMPTS = 5;

const FIRST_BACK_OFF_MS = 5_000;
const BACK_OFF_FACTOR = 4;

/** A page that is being read changes every few seconds: waiting a little saves most of the repeated analyses. */
const SETTLE_MS: Readonly<Record<JobKind, number>> = { embed: 0, analyse: 4_000, refit: 4_000 };

const JOB_KINDS: readonly JobKind[] = ['embed', 'analyse', 'refit'];

/** The durable queue in the study database. An attempt counts from its claim, so that a job that kills its worker ends too. */
export function createJobQueue(db: StudyDb): JobQueue {
  // Dexie follows native awaits only inside a scope that is itself an async function.
  const change = <Value>(body: () => Promise<Value>) => db.transaction('rw', db.jobs, async () => body());
  return {
    claim: (claim) => change(() => claimJobs(db, claim)),
    fail: (jobs, reason, now) => change(() => failJobs(db, jobs, reason, now)),
    release: (jobs, now) => change(() => releaseJobs(db, jobs, now)),
    abandon: (owner, reason, now) =>
      change(async () => {
        const held = await inState(db, 'running').toArray();
        const lost = held.filter((job) => job.owner === owner);
        await failJobs(db, lost, reason, now);
      }),
    reclaim: (now) => change(async () => reclaimJobs(db, await inState(db, 'running').toArray(), now)),
    nextDueAt: (kinds) => db.transaction('r', db.jobs, async () => nextDueAt(db, kinds)),
    counts: () => db.transaction('r', db.jobs, async () => countJobs(db)),
    enqueue: (kind, ref, now, lane) => change(() => enqueueJob(db, kind, ref, now, lane)),
  };
}

/**
 * Adds the job, or raises the revision of the one that is there, which moves to the more urgent of both lanes. Runs inside
 * the caller's transaction on `jobs`.
 */
export async function enqueueJob(
  db: StudyDb,
  kind: JobKind,
  ref: string,
  now: EpochMs,
  lane: JobLane = 'view',
): Promise<void> {
  const id = `${kind}:${ref}`;
  const known = await db.jobs.get(id);
  const revision = (known?.revision ?? 0) + 1;
  if (known && known.state !== 'quarantined') {
    await db.jobs.put({ ...known, revision, lane: moreUrgent(known.lane, lane) });
    return;
  }
  await db.jobs.put({
    id,
    kind,
    ref,
    lane,
    revision,
    createdAt: now,
    attempts: 0,
    ...waitingFrom(now + SETTLE_MS[kind]),
  });
}

function moreUrgent(one: JobLane, other: JobLane): JobLane {
  return JOB_LANES.find((lane) => lane === one || lane === other) ?? one;
}

/**
 * Removes finished jobs; one that was asked for again meanwhile waits for another run. Runs inside the transaction
 * that writes the results, so that results and completion are one.
 */
export async function completeJobs(db: StudyDb, jobs: readonly Job[], now: EpochMs): Promise<void> {
  for (const job of jobs) {
    const current = await db.jobs.get(job.id);
    if (!current || !isSameRequest(current, job)) continue;
    if (current.revision === job.revision) await db.jobs.delete(job.id);
    else if (current.owner === job.owner) await db.jobs.put(askedAgain(current, now));
  }
}

/**
 * Makes void what analyses and refits under way are about to hand in, since they may have read what is being forgotten, and
 * asks for them anew. Embedding needs no such care: a vector is of one passage, and is stored only while that is there.
 * Runs inside the caller's transaction on `jobs`.
 */
export async function voidWorkUnderWay(db: StudyDb, now: EpochMs): Promise<void> {
  const jobs = await db.jobs.filter(({ kind, attempts }) => kind !== 'embed' && attempts > 0).toArray();
  await db.jobs.bulkPut(
    jobs.map((job) => ({ ...askedAgain(job, now), createdAt: Math.max(now, job.createdAt + 1) })),
  );
}

/** Whether the results of a claimed job may still be stored. Runs inside the caller's transaction on `jobs`. */
export async function isStillWanted(db: StudyDb, job: Job): Promise<boolean> {
  const current = await db.jobs.get(job.id);
  return current !== undefined && isSameRequest(current, job);
}

/** Number of jobs that wait or run, of all kinds. Runs inside the caller's transaction on `jobs`. */
export async function countWaitingJobs(db: StudyDb): Promise<number> {
  return db.jobs.where('state').anyOf('pending', 'running').count();
}

async function claimJobs(db: StudyDb, { kind, owner, limit, leaseMs, now }: JobClaim): Promise<Job[]> {
  const lost = await ofKind(db, kind, 'running')
    .filter((job) => job.leaseUntil <= now)
    .toArray();
  await reclaimJobs(db, lost, now);
  const due: Job[] = [];
  for (const lane of JOB_LANES)
    due.push(
      ...(await inLane(db, kind, lane, 'pending', now)
        .limit(limit - due.length)
        .toArray()),
    );
  const claimed = due.map((job) => ({
    ...withoutReason(job),
    state: 'running' as const,
    attempts: job.attempts + 1,
    owner,
    leaseUntil: now + leaseMs,
  }));
  await db.jobs.bulkPut(claimed);
  return claimed;
}

/** The attempt counts, since the job may be what ended its owner; but it need not wait. */
function reclaimJobs(db: StudyDb, jobs: readonly Job[], now: EpochMs): Promise<void> {
  return failJobs(db, jobs, 'The engine stopped while working on it.', now, { backOff: false });
}

async function failJobs(
  db: StudyDb,
  jobs: readonly Job[],
  reason: string,
  now: EpochMs,
  { backOff } = { backOff: true },
): Promise<void> {
  for (const { current, job } of await stillHeld(db, jobs)) {
    if (current.revision !== job.revision) await db.jobs.put(askedAgain(current, now));
    else if (current.attempts >= MAX_ATTEMPTS)
      await db.jobs.put({ ...current, state: 'quarantined', owner: '', leaseUntil: 0, reason });
    else {
      const delay = backOff ? FIRST_BACK_OFF_MS * BACK_OFF_FACTOR ** (current.attempts - 1) : 0;
      await db.jobs.put({ ...current, ...waitingFrom(now + delay), reason });
    }
  }
}

async function releaseJobs(db: StudyDb, jobs: readonly Job[], now: EpochMs): Promise<void> {
  for (const { current } of await stillHeld(db, jobs))
    await db.jobs.put({ ...current, ...waitingFrom(now), attempts: Math.max(0, current.attempts - 1) });
}

/** Those jobs whose lease the claimer still has; the others belong to somebody else by now. */
async function stillHeld(db: StudyDb, jobs: readonly Job[]): Promise<{ current: Job; job: Job }[]> {
  const rows = await db.jobs.bulkGet(jobs.map((job) => job.id));
  return jobs.flatMap((job, i) => {
    const current = rows[i];
    const held = current?.state === 'running' && current.owner === job.owner && isSameRequest(current, job);
    return held ? [{ current, job }] : [];
  });
}

async function nextDueAt(db: StudyDb, kinds: readonly JobKind[]): Promise<EpochMs | undefined> {
  const instants: EpochMs[] = [];
  for (const kind of kinds) {
    for (const lane of JOB_LANES) {
      const first = await inLane(db, kind, lane, 'pending').first();
      if (first) instants.push(first.notBefore);
    }
    for (const job of await ofKind(db, kind, 'running').toArray()) instants.push(job.leaseUntil);
  }
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

async function countJobs(db: StudyDb): Promise<JobCounts> {
  const waiting = { embed: 0, analyse: 0, refit: 0 };
  for (const kind of JOB_KINDS)
    waiting[kind] = (await ofKind(db, kind, 'pending').count()) + (await ofKind(db, kind, 'running').count());
  return { waiting, quarantined: await inState(db, 'quarantined').count() };
}

function inState(db: StudyDb, state: JobState) {
  return db.jobs.where('state').equals(state);
}

/** Jobs of a kind, lane and state that may start at `until` at the latest, in the order in which they may start. */
function inLane(
  db: StudyDb,
  kind: JobKind,
  lane: JobLane,
  state: JobState,
  until: EpochMs | typeof Dexie.maxKey = Dexie.maxKey,
) {
  return db.jobs
    .where('[kind+lane+state+notBefore]')
    .between([kind, lane, state, Dexie.minKey], [kind, lane, state, until], true, true);
}

function ofKind(db: StudyDb, kind: JobKind, state: JobState) {
  return db.jobs.where('[kind+state]').equals([kind, state]);
}

/**
 * Whether the row is still the one that was claimed. A worker that outlived its lease may finish after another one did and
 * after the job was asked for anew, and forgetting makes jobs anew; the new row then has the same id and may have the same
 * revision, but not the same age.
 */
function isSameRequest(current: Job, claimed: Job): boolean {
  return current.createdAt === claimed.createdAt;
}

function waitingFrom(notBefore: EpochMs) {
  return { state: 'pending', notBefore, owner: '', leaseUntil: 0 } as const;
}

function askedAgain(job: Job, now: EpochMs): Job {
  return { ...withoutReason(job), ...waitingFrom(now + SETTLE_MS[job.kind]), attempts: 0 };
}

function withoutReason(job: Job): Job {
  const { reason: _, ...rest } = job;
  return rest;
}
