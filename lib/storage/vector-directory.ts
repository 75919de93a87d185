import { Dexie } from 'dexie';
import { canPack, headsOf, packIds } from '@/lib/domain/embedding/passage-ids';
import type { VectorDirectoryRow } from './schema';
import type { StudyDb } from './study-db';

/**
 * Where the vector of a passage is. Each chunk has a row here with the first four bytes of its passages' ids: some 400 kB
 * for 100,000 vectors, read in a few milliseconds, where the chunks have 40 MB. The place on the passage itself would have
 * to be written 1,024 times whenever a chunk is sealed, and an index over the ids is larger than the ids.
 */
export function directoryOf(db: StudyDb, modelId: string): Promise<VectorDirectoryRow[]> {
  return ofModel(db, modelId).sortBy('id');
}

/** Ids of the chunks of a model, the oldest first; reads keys only. */
export async function chunkIdsOf(db: StudyDb, modelId: string): Promise<number[]> {
  return (await ofModel(db, modelId).primaryKeys()).sort((a, b) => a - b);
}

/** Chunks of a model that hold fewer than `count` vectors, the oldest first. */
export function chunksBelow(db: StudyDb, modelId: string, count: number): Promise<VectorDirectoryRow[]> {
  return db.vectorDirectory
    .where('[modelId+count]')
    .between([modelId, Dexie.minKey], [modelId, count])
    .sortBy('id');
}

/** Places of chunks in which some of the passages may be; a place in four thousand million is a wrong guess. */
export function guessPlaces(
  rows: readonly VectorDirectoryRow[],
  passageIds: readonly string[],
): { readonly chunkId: number; readonly places: readonly number[] }[] {
  // What cannot be packed is stored nowhere.
  const wanted = new Set(headsOf(packIds(passageIds.filter(canPack))));
  return rows.flatMap(({ id, heads }) => {
    const places: number[] = [];
    for (let place = 0; place < heads.length; place++) if (wanted.has(heads[place] ?? 0)) places.push(place);
    return places.length > 0 ? [{ chunkId: id, places }] : [];
  });
}

function ofModel(db: StudyDb, modelId: string) {
  return db.vectorDirectory
    .where('[modelId+count]')
    .between([modelId, Dexie.minKey], [modelId, Dexie.maxKey]);
}
