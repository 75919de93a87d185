import type { Job, JobKind, JobLane } from '@/lib/app/job';
import type { EpochMs } from '@/lib/domain/shared/clock';

export interface JobClaim {
  readonly kind: JobKind;
  readonly owner: string;
  readonly limit: number;
  readonly leaseMs: number;
  readonly now: EpochMs;
}

export interface JobCounts {
  readonly waiting: Readonly<Record<JobKind, number>>;
  readonly quarantined: number;
}

/**
 * Durable work. Results and completion are written together by the store that owns the results, through
 * `completeJobs` of the storage layer inside the same transaction.
 */
export interface JobQueue {
  /** Takes up to `limit` jobs that are pending and due, or whose lease ran out, oldest first, in one transaction. */
  claim(claim: JobClaim): Promise<Job[]>;
  /** Gives jobs back after a failure: pending again after a back-off, quarantined at the fifth attempt. */
  fail(jobs: readonly Job[], reason: string, now: EpochMs): Promise<void>;
  /** Gives jobs back unharmed (the model is missing, the engine is closing): the attempt does not count. */
  release(jobs: readonly Job[], now: EpochMs): Promise<void>;
  /** Fails every job that `owner` holds: its worker is gone. */
  abandon(owner: string, reason: string, now: EpochMs): Promise<void>;
  /** Takes every lease back, for an engine that knows to be the only one: whoever held them is gone. */
  reclaim(now: EpochMs): Promise<void>;
  /** When the next waiting job of these kinds can be claimed; absent when none waits. */
  nextDueAt(kinds: readonly JobKind[]): Promise<EpochMs | undefined>;
  counts(): Promise<JobCounts>;
  /** Adds the job, or raises the revision of the one that is there, which moves to the more urgent of both lanes. */
  enqueue(kind: JobKind, ref: string, now: EpochMs, lane?: JobLane): Promise<void>;
}
