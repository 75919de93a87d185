import type { Job, JobKind, JobLane, JobTrouble } from '@/lib/app/job';
import type { EpochMs } from '@/lib/domain/shared/clock';

export interface JobClaim {
  readonly kind: JobKind;
  readonly owner: string;
  readonly limit: number;
  readonly leaseMs: number;
  readonly now: EpochMs;
}

export interface JobCounts {
  /** Jobs that wait or run; those that are held are left out. */
  readonly waiting: Readonly<Record<JobKind, number>>;
  readonly quarantined: number;
}

/** Work that can be left lying: what was brought in, and the fitting of the interests. */
export type HoldableWork = 'imports' | 'refit';

/** How many jobs of a kind and lane there were since last there was none. */
export type Backlogs = Readonly<Partial<Record<`${JobKind}:${JobLane}`, number>>>;

/** A backlog from its first job to its last: `total - left` are done. */
export interface BacklogProgress {
  readonly kind: JobKind;
  readonly lane: JobLane;
  readonly left: number;
  readonly total: number;
  readonly held: boolean;
}

/** Jobs that were given up for one reason. */
export interface GivenUp {
  readonly trouble: JobTrouble;
  readonly count: number;
}

export interface JobProgress {
  /** Backlogs that are not through, the most urgent first. */
  readonly backlogs: readonly BacklogProgress[];
  /** The most frequent reason first. */
  readonly givenUp: readonly GivenUp[];
}

/**
 * Durable work. Results and completion are written together by the store that owns the results, through
 * `completeJobs` of the storage layer inside the same transaction.
 */
export interface JobQueue {
  /**
   * Takes up to `limit` jobs that are pending and due, or whose lease ran out, in one transaction: the most urgent lane
   * first, within it the oldest. Work that is held is left out.
   */
  claim(claim: JobClaim): Promise<Job[]>;
  /**
   * Gives jobs back after a failure: pending again after a back-off, quarantined at the fifth attempt.
   *
   * @param detail the error as `Name: message`; what kind of trouble it was is read from it
   */
  fail(jobs: readonly Job[], detail: string, now: EpochMs): Promise<void>;
  /** Gives jobs back unharmed (the model is missing, the engine is closing): the attempt does not count. */
  release(jobs: readonly Job[], now: EpochMs): Promise<void>;
  /** Fails every job that `owner` holds: its worker is gone. */
  abandon(owner: string, detail: string, now: EpochMs): Promise<void>;
  /** Takes every lease back, for an engine that knows to be the only one: whoever held them is gone. */
  reclaim(now: EpochMs): Promise<void>;
  /** When the next waiting job of these kinds can be claimed; absent when none waits. */
  nextDueAt(kinds: readonly JobKind[], now: EpochMs): Promise<EpochMs | undefined>;
  counts(): Promise<JobCounts>;
  progress(): Promise<JobProgress>;
  /** Adds the job, or raises the revision of the one that is there, which moves to the more urgent of both lanes. */
  enqueue(kind: JobKind, ref: string, now: EpochMs, lane?: JobLane): Promise<void>;
  /** Asks anew for everything that was given up, and says how much it was. */
  retryQuarantined(now: EpochMs): Promise<number>;
  /** Leaves work lying, also over a restart, until it is resumed. What runs is finished. */
  hold(work: HoldableWork): Promise<void>;
  resume(work: HoldableWork): Promise<void>;
}
