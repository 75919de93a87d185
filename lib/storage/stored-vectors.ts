import type { PackedVectors, VectorChunks } from '@/lib/app/ports/vector-chunks';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import type { StudyDb } from './study-db';
import { chunkIdsOf } from './vector-directory';
import { discardDamaged, readSurviving } from './vector-loss';

/** Chunks read at a time: some 3 MB. */
const SLICE = 8;

export function createVectorChunks(db: StudyDb, modelId: string = MODEL_ID): VectorChunks {
  return {
    list: () => chunkIdsOf(db, modelId),
    load: (chunkIds) => loadChunks(db, chunkIds),
  };
}

/** To be called outside of any transaction. */
export async function* loadChunks(db: StudyDb, chunkIds: readonly number[]): AsyncGenerator<PackedVectors> {
  for (let from = 0; from < chunkIds.length; from += SLICE) {
    const { sound, damaged } = await readSurviving(db, chunkIds.slice(from, from + SLICE));
    for (const { id, modelId, count, passageIds, bytes } of sound)
      yield { chunkId: id, modelId, count, passageIds, bytes };
    if (damaged.length > 0) await discardDamaged(db, damaged);
  }
}
