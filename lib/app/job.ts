import type { EpochMs } from '@/lib/domain/shared/clock';

/** `embed` refers to a passage, `analyse` to a page, `refit` to all interests (ref `all`). */
export type JobKind = 'embed' | 'analyse' | 'refit';

/** Lanes in the order in which work is taken: what is being read now, what was brought in, what a new model makes anew. */
export const JOB_LANES = ['view', 'import', 'renewal'] as const;

export type JobLane = (typeof JOB_LANES)[number];

/** Jobs that may wait at once; beyond this, captures are refused with a clear word instead of growing without end. */
export const MAX_WAITING_JOBS = 10_000;

/**
 * Why a job failed: its worker ended, gave no answer in time, had not enough memory, could not read or write the database, or
 * something that nobody thought of.
 */
export const JOB_TROUBLES = ['stopped', 'too-slow', 'out-of-memory', 'storage', 'unexpected'] as const;

export type JobTrouble = (typeof JOB_TROUBLES)[number];

export type JobState = 'pending' | 'running' | 'quarantined';

/**
 * Work to do. `id` is `${kind}:${ref}`, so asking twice is one job. Asking again while the job runs raises `revision`,
 * and completing an older revision leaves the job pending.
 */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly ref: string;
  readonly lane: JobLane;
  readonly state: JobState;
  readonly revision: number;
  readonly attempts: number;
  readonly notBefore: EpochMs;
  readonly leaseUntil: EpochMs;
  /** Who holds the lease; empty when nobody does. */
  readonly owner: string;
  /** Why it failed last; absent when it did not, or is being tried again. */
  readonly trouble?: JobTrouble;
  /** The error of that failure, for developers. */
  readonly detail?: string;
  readonly createdAt: EpochMs;
}
