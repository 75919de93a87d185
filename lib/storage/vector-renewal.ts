import type { VectorRenewal } from '@/lib/app/ports/embedding-store';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { dropChunks } from './coded-vectors';
import { holdWork, resumeWork } from './held-work';
import { isLaneWaiting } from './job-index';
import { enqueueJob } from './job-queue';
import { readMeta, type VectorSpace, writeMeta } from './meta';
import type { StudyDb } from './study-db';
import { modelsOf, storedAmong } from './vector-chunks';
import { chunkIdsOf } from './vector-directory';

/** Passages looked through at a time, and so the most jobs that a renewal has waiting. */
const SLICE = 500;

export function createVectorRenewal(db: StudyDb, modelId: string = MODEL_ID): VectorRenewal {
  return {
    async advance(now) {
      if (await isSettled(db, modelId)) return;
      await db.transaction('rw', renewalTables(db), async () => renewVectors(db, modelId, now));
    },
  };
}

export function renewalTables(db: StudyDb) {
  return [db.passages, db.vectorChunks, db.vectorDirectory, db.words, db.meta, db.jobs];
}

/** One step of a renewal. Runs inside the caller's transaction on `renewalTables`. */
export async function renewVectors(db: StudyDb, modelId: string, now: EpochMs): Promise<void> {
  const space = await currentSpace(db, modelId);
  if (!space.search) return keepFirst(db, space);
  if (space.modelId !== modelId) await holdWork(db, 'refit');
  if (await isLaneWaiting(db, 'embed', 'renewal')) return;
  const upTo = await askForMissing(db, modelId, space.search.upTo, now);
  if (upTo !== undefined) return writeMeta(db, 'vectorSpace', { ...space, search: { modelId, upTo } });
  await dropOtherModels(db, modelId);
  await resumeWork(db, 'refit');
  if (space.modelId !== modelId) await leaveSpace(db, now);
  await writeMeta(db, 'vectorSpace', { modelId });
}

/** Reads no more than it must, since this is asked whenever the engine is woken. */
function isSettled(db: StudyDb, modelId: string): Promise<boolean> {
  return db.transaction('r', db.meta, db.vectorDirectory, async () => {
    const isKnown = (await readMeta(db, 'vectorSpace')) !== undefined;
    return isKnown && (await currentSpace(db, modelId)).search === undefined;
  });
}

async function keepFirst(db: StudyDb, space: VectorSpace): Promise<void> {
  if ((await readMeta(db, 'vectorSpace')) === undefined) await writeMeta(db, 'vectorSpace', space);
}

/** Also begins the renewal where there are vectors of another model. */
async function currentSpace(db: StudyDb, modelId: string): Promise<VectorSpace> {
  const others = (await modelsOf(db)).filter((model) => model !== modelId);
  const space = (await readMeta(db, 'vectorSpace')) ?? { modelId: others[0] ?? modelId };
  const isStale = space.modelId !== modelId || others.length > 0 || space.search !== undefined;
  if (!isStale || space.search?.modelId === modelId) return space;
  return { ...space, search: { modelId, upTo: '' } };
}

/**
 * Asks for vectors of the next passages that have none and do not wait for one.
 *
 * @returns how far that went; absent when all passages have been looked through and nothing was missing
 */
async function askForMissing(
  db: StudyDb,
  modelId: string,
  after: string,
  now: EpochMs,
): Promise<string | undefined> {
  for (let last = after; ; ) {
    const ids = await db.passages.where('id').above(last).limit(SLICE).primaryKeys();
    const missing = await withoutVector(db, ids, modelId);
    for (const id of missing) await enqueueJob(db, 'embed', id, now, 'renewal');
    const end = ids.at(-1);
    if (end === undefined || missing.length > 0) return end;
    last = end;
  }
}

async function withoutVector(db: StudyDb, ids: readonly string[], modelId: string): Promise<string[]> {
  const stored = await storedAmong(db, ids, modelId);
  const jobs = await db.jobs.bulkGet(ids.map((id) => `embed:${id}`));
  return ids.filter((id, i) => !stored.has(id) && jobs[i] === undefined);
}

async function dropOtherModels(db: StudyDb, modelId: string): Promise<void> {
  for (const model of await modelsOf(db))
    if (model !== modelId) await dropChunks(db, await chunkIdsOf(db, model));
  await db.words.filter((word) => word.modelId !== modelId).delete();
}

/** The number of interests is kept as a habit, and so is who belongs to which: that is how a fit knows them again. */
async function leaveSpace(db: StudyDb, now: EpochMs): Promise<void> {
  const fit = await readMeta(db, 'interestFit');
  if (fit) {
    const { centres: _, ...habit } = fit;
    await writeMeta(db, 'interestFit', habit);
  }
  await enqueueJob(db, 'refit', 'all', now);
}
