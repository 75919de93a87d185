import { JOB_LANES, type Job, type JobKind, type JobLane, type JobTrouble } from '@/lib/app/job';
import type { JobClaim } from '@/lib/app/ports/job-queue';
import { troubleOf } from '@/lib/app/ports/job-trouble';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { heldWork, isHeld } from './held-work';
import { inLane, inState, ofKind } from './job-index';
import { askedAgain, holdsLease, waitingFrom, withoutTrouble } from './job-row';
import type { StudyDb } from './study-db';

/** At this many failed attempts a job is given up and kept with its trouble. */
export const MAX_ATTEMPTS = 5;

const FIRST_BACK_OFF_MS = 5_000;
const BACK_OFF_FACTOR = 4;

/** No job waits for longer than this. One that seems to was put off by a clock that has been set back since. */
export const LONGEST_WAIT_MS = FIRST_BACK_OFF_MS * BACK_OFF_FACTOR ** (MAX_ATTEMPTS - 2);

/** No lease is longer than this. One that seems to be was given by a clock that has been set back since. */
export const LONGEST_LEASE_MS = 10 * 60_000;

export async function claimJobs(db: StudyDb, { kind, owner, limit, leaseMs, now }: JobClaim): Promise<Job[]> {
  const lost = await ofKind(db, kind, 'running')
    .filter((job) => endOfLease(job, now) <= now)
    .toArray();
  await reclaimJobs(db, lost, now);
  const held = await heldWork(db);
  const due: Job[] = [];
  for (const lane of JOB_LANES)
    if (!isHeld(held, kind, lane)) due.push(...(await dueInLane(db, kind, lane, limit - due.length, now)));
  const leaseUntil = now + Math.min(leaseMs, LONGEST_LEASE_MS);
  const claimed = due.map((job) => ({
    ...withoutTrouble(job),
    state: 'running' as const,
    attempts: job.attempts + 1,
    owner,
    leaseUntil,
  }));
  await db.jobs.bulkPut(claimed);
  return claimed;
}

/** The attempt counts, since the job may be what ended its owner; but it need not wait. */
export function reclaimJobs(db: StudyDb, jobs: readonly Job[], now: EpochMs): Promise<void> {
  const trouble = { trouble: 'stopped', detail: 'The engine stopped while working on it.' } as const;
  return failWith(db, jobs, trouble, now, 0);
}

export function failJobs(db: StudyDb, jobs: readonly Job[], detail: string, now: EpochMs): Promise<void> {
  return failWith(db, jobs, { trouble: troubleOf(detail), detail }, now, FIRST_BACK_OFF_MS);
}

export async function abandonJobs(db: StudyDb, owner: string, detail: string, now: EpochMs): Promise<void> {
  const running = await inState(db, 'running').toArray();
  await failJobs(
    db,
    running.filter((job) => job.owner === owner),
    detail,
    now,
  );
}

export async function releaseJobs(db: StudyDb, jobs: readonly Job[], now: EpochMs): Promise<void> {
  for (const { current } of await stillHeld(db, jobs))
    await db.jobs.put({ ...current, ...waitingFrom(now), attempts: Math.max(0, current.attempts - 1) });
}

export async function nextDueAt(
  db: StudyDb,
  kinds: readonly JobKind[],
  now: EpochMs,
): Promise<EpochMs | undefined> {
  const held = await heldWork(db);
  const instants: EpochMs[] = [];
  for (const kind of kinds) {
    for (const lane of JOB_LANES)
      if (!isHeld(held, kind, lane)) instants.push(...(await firstInLane(db, kind, lane, now)));
    for (const job of await ofKind(db, kind, 'running').toArray()) instants.push(endOfLease(job, now));
  }
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

async function dueInLane(db: StudyDb, kind: JobKind, lane: JobLane, limit: number, now: EpochMs) {
  const due = await inLane(db, kind, lane, 'pending', { until: now }).limit(limit).toArray();
  const astray = await inLane(db, kind, lane, 'pending', { from: now + LONGEST_WAIT_MS + 1 })
    .limit(limit - due.length)
    .toArray();
  return [...due, ...astray];
}

async function firstInLane(db: StudyDb, kind: JobKind, lane: JobLane, now: EpochMs): Promise<EpochMs[]> {
  const first = await inLane(db, kind, lane, 'pending').first();
  const last = await inLane(db, kind, lane, 'pending').last();
  if (!first || !last) return [];
  return [last.notBefore > now + LONGEST_WAIT_MS ? now : first.notBefore];
}

function endOfLease({ leaseUntil }: Job, now: EpochMs): EpochMs {
  return leaseUntil > now + LONGEST_LEASE_MS ? now : leaseUntil;
}

async function failWith(
  db: StudyDb,
  jobs: readonly Job[],
  reason: { readonly trouble: JobTrouble; readonly detail: string },
  now: EpochMs,
  backOffMs: number,
): Promise<void> {
  for (const { current, job } of await stillHeld(db, jobs)) {
    if (current.revision !== job.revision) await db.jobs.put(askedAgain(current, now));
    else if (current.attempts >= MAX_ATTEMPTS)
      await db.jobs.put({ ...current, state: 'quarantined', owner: '', leaseUntil: 0, ...reason });
    else {
      const delayMs = backOffMs * BACK_OFF_FACTOR ** (current.attempts - 1);
      await db.jobs.put({ ...current, ...waitingFrom(now + delayMs), ...reason });
    }
  }
}

/** Those jobs whose lease the claimer still has; the others belong to somebody else by now. */
async function stillHeld(db: StudyDb, jobs: readonly Job[]): Promise<{ current: Job; job: Job }[]> {
  const rows = await db.jobs.bulkGet(jobs.map((job) => job.id));
  return jobs.flatMap((job, i) => {
    const current = rows[i];
    return current && holdsLease(current, job) ? [{ current, job }] : [];
  });
}
