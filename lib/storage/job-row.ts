import type { Job, JobKind } from '@/lib/app/job';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** A page that is being read changes every few seconds: waiting a little saves most of the repeated analyses. */
const SETTLE_MS: Readonly<Record<JobKind, number>> = { embed: 0, analyse: 4_000, refit: 4_000 };

/** Nobody works on it, and it can be taken from that instant. */
export function waitingFrom(notBefore: EpochMs) {
  return { state: 'pending', notBefore, owner: '', leaseUntil: 0 } as const;
}

/** The row of a job that is asked for, before its first attempt. */
export function asked(job: Pick<Job, 'kind' | 'ref' | 'lane' | 'revision'>, now: EpochMs): Job {
  const id = `${job.kind}:${job.ref}`;
  return { id, ...job, createdAt: now, attempts: 0, ...waitingFrom(now + SETTLE_MS[job.kind]) };
}

/** The row of a job that is to be done once more, with all attempts before it. */
export function askedAgain(job: Job, now: EpochMs): Job {
  return { ...withoutTrouble(job), ...waitingFrom(now + SETTLE_MS[job.kind]), attempts: 0 };
}

export function withoutTrouble(job: Job): Job {
  const { trouble: _, detail: __, ...rest } = job;
  return rest;
}

/**
 * Whether the row is still the one that was claimed. A worker that outlived its lease may finish after another one did and
 * after the job was asked for anew, and forgetting makes jobs anew; the new row then has the same id and may have the same
 * revision, but not the same age.
 */
export function isSameRequest(current: Job, claimed: Job): boolean {
  return current.createdAt === claimed.createdAt;
}

/** Whether the claimer still has the lease; nobody else may complete, fail or give back a job. */
export function holdsLease(current: Job, claimed: Job): boolean {
  return current.state === 'running' && current.owner === claimed.owner && isSameRequest(current, claimed);
}
