import { JOB_LANES, type Job, type JobKind, type JobLane } from '@/lib/app/job';
import type { JobQueue } from '@/lib/app/ports/job-queue';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { holdWork, resumeWork } from './held-work';
import { abandonJobs, claimJobs, failJobs, nextDueAt, reclaimJobs, releaseJobs } from './job-claims';
import { inState } from './job-index';
import { countJobs, noteAddition, readProgress } from './job-progress';
import { asked, askedAgain, holdsLease, isSameRequest } from './job-row';
import type { StudyDb } from './study-db';

/** The durable queue in the study database. An attempt counts from its claim, so that a job that kills its worker ends too. */
export function createJobQueue(db: StudyDb): JobQueue {
  // Dexie follows native awaits only inside a scope that is itself an async function.
  const read = <Value>(body: () => Promise<Value>) =>
    db.transaction('r', db.jobs, db.meta, async () => body());
  const change = <Value>(body: () => Promise<Value>) =>
    db.transaction('rw', db.jobs, db.meta, async () => body());
  return {
    claim: (claim) => change(() => claimJobs(db, claim)),
    fail: (jobs, detail, now) => change(() => failJobs(db, jobs, detail, now)),
    release: (jobs, now) => change(() => releaseJobs(db, jobs, now)),
    abandon: (owner, detail, now) => change(() => abandonJobs(db, owner, detail, now)),
    reclaim: (now) => change(async () => reclaimJobs(db, await inState(db, 'running').toArray(), now)),
    nextDueAt: (kinds, now) => read(() => nextDueAt(db, kinds, now)),
    counts: () => read(() => countJobs(db)),
    progress: () => read(() => readProgress(db)),
    enqueue: (kind, ref, now, lane) => change(() => enqueueJob(db, kind, ref, now, lane)),
    retryQuarantined: (now) => change(() => retryQuarantined(db, now)),
    hold: (work) => change(() => holdWork(db, work)),
    resume: (work) => change(() => resumeWork(db, work)),
  };
}

/**
 * Adds the job, or raises the revision of the one that is there, which moves to the more urgent of both lanes. Runs inside
 * the caller's transaction on `jobs` and `meta`.
 */
export async function enqueueJob(
  db: StudyDb,
  kind: JobKind,
  ref: string,
  now: EpochMs,
  lane: JobLane = 'view',
): Promise<void> {
  const known = await db.jobs.get(`${kind}:${ref}`);
  const revision = (known?.revision ?? 0) + 1;
  const isKnown = known !== undefined && known.state !== 'quarantined';
  const urgent = isKnown ? moreUrgent(known.lane, lane) : lane;
  if (!isKnown || urgent !== known.lane) await noteAddition(db, kind, urgent);
  await db.jobs.put(
    isKnown ? { ...known, revision, lane: urgent } : asked({ kind, ref, lane, revision }, now),
  );
}

/** Adds one job for each of many refs, in a few steps. Runs inside the caller's transaction on `jobs` and `meta`. */
export async function enqueueJobs(
  db: StudyDb,
  kind: JobKind,
  refs: readonly string[],
  now: EpochMs,
  lane: JobLane,
): Promise<void> {
  const known = await db.jobs.bulkGet(refs.map((ref) => `${kind}:${ref}`));
  const fresh = refs.filter((_, index) => known[index] === undefined);
  if (fresh.length > 0) await noteAddition(db, kind, lane, fresh.length);
  await db.jobs.bulkPut(fresh.map((ref) => asked({ kind, ref, lane, revision: 1 }, now)));
  for (const job of known) if (job) await enqueueJob(db, kind, job.ref, now, lane);
}

function moreUrgent(one: JobLane, other: JobLane): JobLane {
  return JOB_LANES.find((lane) => lane === one || lane === other) ?? one;
}

/**
 * Removes finished jobs; one that was asked for again meanwhile waits for another run, and one whose lease went to somebody
 * else is left to them. Runs inside the transaction that writes the results, so that results and completion are one.
 *
 * @returns the jobs that were really ended by this
 */
export async function completeJobs(db: StudyDb, jobs: readonly Job[], now: EpochMs): Promise<Job[]> {
  const ended: Job[] = [];
  for (const job of jobs) {
    const current = await db.jobs.get(job.id);
    if (!current || !holdsLease(current, job)) continue;
    ended.push(job);
    if (current.revision === job.revision) await db.jobs.delete(job.id);
    else await db.jobs.put(askedAgain(current, now));
  }
  return ended;
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

async function retryQuarantined(db: StudyDb, now: EpochMs): Promise<number> {
  const jobs = await inState(db, 'quarantined').toArray();
  for (const job of jobs) {
    await noteAddition(db, job.kind, job.lane);
    await db.jobs.put(askedAgain(job, now));
  }
  return jobs.length;
}
