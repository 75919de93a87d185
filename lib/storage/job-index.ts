import { Dexie } from 'dexie';
import type { JobKind, JobLane, JobState } from '@/lib/app/job';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { StudyDb } from './study-db';

export const JOB_KINDS: readonly JobKind[] = ['embed', 'analyse', 'refit'];

export function inState(db: StudyDb, state: JobState) {
  return db.jobs.where('state').equals(state);
}

export function ofKind(db: StudyDb, kind: JobKind, state: JobState) {
  return db.jobs.where('[kind+state]').equals([kind, state]);
}

/** Jobs of a kind, lane and state that may start from `from` to `until`, in the order in which they may start. */
export function inLane(
  db: StudyDb,
  kind: JobKind,
  ofLane: JobLane,
  state: JobState,
  { from, until }: { readonly from?: EpochMs; readonly until?: EpochMs } = {},
) {
  const lane = [kind, ofLane, state];
  return db.jobs
    .where('[kind+lane+state+notBefore]')
    .between([...lane, from ?? Dexie.minKey], [...lane, until ?? Dexie.maxKey], true, true);
}

/** How many jobs of a kind and lane wait or run. */
export async function countInLane(db: StudyDb, kind: JobKind, lane: JobLane): Promise<number> {
  return (
    (await inLane(db, kind, lane, 'pending').count()) + (await inLane(db, kind, lane, 'running').count())
  );
}

/** Whether any does; cheaper than counting. */
export async function isLaneWaiting(db: StudyDb, kind: JobKind, lane: JobLane): Promise<boolean> {
  for (const state of ['pending', 'running'] as const)
    if ((await inLane(db, kind, lane, state).limit(1).count()) > 0) return true;
  return false;
}
