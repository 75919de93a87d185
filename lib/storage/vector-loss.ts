import type { VectorChunk } from './schema';
import type { StudyDb } from './study-db';
import { discardChunks, isSound, type ReadChunks } from './vector-damage';

/** What a browser reports of a value whose bytes are lost or broken; any other error has nothing to do with the value. */
const LOSSES = ['DataError', 'NotReadableError'];

/** A browser ends every transaction in which it met such a value, whatever else was done in it. */
const LOSSES_IN_TRANSACTION = [...LOSSES, 'AbortError', 'UnknownError'];

/** Reads each chunk on its own and outside of any transaction, so that a lost one keeps no other from being read. */
export async function readSurviving(db: StudyDb, ids: readonly number[]): Promise<ReadChunks> {
  const chunks = await Promise.all(ids.map((id) => readAlone(db, id)));
  const sound = chunks.filter((chunk) => chunk !== undefined).filter(isSound);
  const whole = new Set(sound.map(({ id }) => id));
  const suspects = ids.filter((id) => !whole.has(id));
  // One that was replaced meanwhile is gone, not damaged.
  const damaged = await db.vectorDirectory.where('id').anyOf(suspects).primaryKeys();
  return { sound, damaged };
}

/** Gives up chunks in a transaction of its own. */
export function discardDamaged(db: StudyDb, ids: readonly number[]): Promise<void> {
  const tables = [db.vectorChunks, db.vectorDirectory, db.passages, db.meta];
  return db.transaction('rw', tables, async () => discardChunks(db, ids));
}

/**
 * Does something in a transaction over the vectors. When that fails for a chunk whose bytes are lost, the chunk is given up
 * and everything done once more.
 */
export async function surviveLoss<Value>(db: StudyDb, body: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await body();
  } catch (thrown) {
    if (!isOneOf(LOSSES_IN_TRANSACTION, thrown)) throw thrown;
    const lost = await findLost(db);
    if (lost.length === 0) throw thrown;
    await discardDamaged(db, lost);
    return body();
  }
}

async function findLost(db: StudyDb): Promise<number[]> {
  const lost: number[] = [];
  for (const id of await db.vectorDirectory.toCollection().primaryKeys())
    lost.push(...(await readSurviving(db, [id])).damaged);
  return lost;
}

async function readAlone(db: StudyDb, id: number): Promise<VectorChunk | undefined> {
  try {
    return await db.vectorChunks.get(id);
  } catch (thrown) {
    if (isOneOf(LOSSES, thrown)) return undefined;
    throw thrown;
  }
}

function isOneOf(names: readonly string[], thrown: unknown): boolean {
  return thrown instanceof Error && names.includes(thrown.name);
}
