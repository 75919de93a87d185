import type { PackedVectors, VectorChunks } from '@/lib/app/ports/vector-chunks';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { StudyDb } from './study-db';
import { discardChunks, type ReadChunks, readChunks } from './vector-damage';
import { chunkIdsOf } from './vector-directory';

/** Chunks read at a time: some 3 MB. */
const SLICE = 8;

export function createVectorChunks(db: StudyDb, modelId: string = MODEL_ID): VectorChunks {
  return {
    list: () => chunkIdsOf(db, modelId),
    load: (chunkIds) => loadChunks(db, chunkIds),
  };
}

/** Opens transactions of its own. */
export async function* loadChunks(db: StudyDb, chunkIds: readonly number[]): AsyncGenerator<PackedVectors> {
  for (let from = 0; from < chunkIds.length; from += SLICE) {
    const { sound, damaged } = await readPresent(db, chunkIds.slice(from, from + SLICE));
    for (const { id, modelId, count, passageIds, bytes } of sound)
      yield { chunkId: id, modelId, count, passageIds, bytes };
    if (damaged.length > 0) await discard(db, damaged);
  }
}

/** A chunk that was replaced meanwhile is gone, not damaged. */
function readPresent(db: StudyDb, ids: readonly number[]): Promise<ReadChunks> {
  return db.transaction('r', [db.vectorChunks, db.vectorDirectory], async () => {
    const listed = await db.vectorDirectory.where('id').anyOf(ids).primaryKeys();
    return readChunks(db, listed);
  });
}

function discard(db: StudyDb, ids: readonly number[]): Promise<void> {
  const tables = [db.vectorChunks, db.vectorDirectory, db.passages, db.meta];
  return db.transaction('rw', tables, async () => discardChunks(db, ids));
}
