import { JOB_LANES, JOB_TROUBLES, type JobKind, type JobLane } from '@/lib/app/job';
import type { BacklogProgress, GivenUp, JobCounts, JobProgress } from '@/lib/app/ports/job-queue';
import { heldWork, isHeld } from './held-work';
import { countInLane, inState, isLaneWaiting, JOB_KINDS } from './job-index';
import { readMeta, writeMeta } from './meta';
import type { StudyDb } from './study-db';

/**
 * Counts a job that is about to be added to its backlog, which begins anew when it was empty. Nothing is counted when a job
 * is done: what is left can be counted at any time. Runs inside the caller's transaction on `jobs` and `meta`.
 */
export async function noteAddition(db: StudyDb, kind: JobKind, lane: JobLane, count = 1): Promise<void> {
  const goesOn = await isLaneWaiting(db, kind, lane);
  const backlogs = (await readMeta(db, 'backlogs')) ?? {};
  const total = (goesOn ? (backlogs[`${kind}:${lane}`] ?? 0) : 0) + count;
  await writeMeta(db, 'backlogs', { ...backlogs, [`${kind}:${lane}`]: total });
}

/** Runs inside the caller's transaction on `jobs` and `meta`. */
export async function readProgress(db: StudyDb): Promise<JobProgress> {
  return { backlogs: await listBacklogs(db), givenUp: await countGivenUp(db) };
}

/** Runs inside the caller's transaction on `jobs` and `meta`. */
export async function countJobs(db: StudyDb): Promise<JobCounts> {
  const waiting = { embed: 0, analyse: 0, refit: 0 };
  for (const { kind, left, held } of await listBacklogs(db)) if (!held) waiting[kind] += left;
  return { waiting, quarantined: await inState(db, 'quarantined').count() };
}

async function listBacklogs(db: StudyDb): Promise<BacklogProgress[]> {
  const totals = (await readMeta(db, 'backlogs')) ?? {};
  const held = await heldWork(db);
  const backlogs: BacklogProgress[] = [];
  for (const lane of JOB_LANES)
    for (const kind of JOB_KINDS) {
      const left = await countInLane(db, kind, lane);
      const total = Math.max(left, totals[`${kind}:${lane}`] ?? 0);
      if (left > 0) backlogs.push({ kind, lane, left, total, held: isHeld(held, kind, lane) });
    }
  return backlogs;
}

async function countGivenUp(db: StudyDb): Promise<GivenUp[]> {
  const jobs = await inState(db, 'quarantined').toArray();
  const counted = JOB_TROUBLES.map((trouble) => ({
    trouble,
    count: jobs.filter((job) => (job.trouble ?? 'unexpected') === trouble).length,
  }));
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
