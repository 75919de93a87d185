import type { JobKind, JobLane } from '@/lib/app/job';
import type { HoldableWork } from '@/lib/app/ports/job-queue';
import { readMeta, writeMeta } from './meta';
import type { StudyDb } from './study-db';

/** Leaves work lying until it is resumed. Runs inside the caller's transaction on `meta`. */
export async function holdWork(db: StudyDb, work: HoldableWork): Promise<void> {
  const held = await heldWork(db);
  if (!held.has(work)) await writeMeta(db, 'heldWork', [...held, work]);
}

/** Runs inside the caller's transaction on `meta`. */
export async function resumeWork(db: StudyDb, work: HoldableWork): Promise<void> {
  const held = await heldWork(db);
  if (held.delete(work)) await writeMeta(db, 'heldWork', [...held]);
}

export async function heldWork(db: StudyDb): Promise<Set<HoldableWork>> {
  return new Set(await readMeta(db, 'heldWork'));
}

export function isHeld(held: ReadonlySet<HoldableWork>, kind: JobKind, lane: JobLane): boolean {
  return (held.has('imports') && lane === 'import') || (held.has('refit') && kind === 'refit');
}
