import { decodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { type Embedding, MODEL_ID } from '@/lib/domain/embedding/model';
import { idAt } from '@/lib/domain/embedding/passage-ids';
import { normalise } from '@/lib/domain/embedding/vector';
import {
  addChunk,
  countOf,
  dropChunks,
  encodeVectors,
  joinVectors,
  sliceVectors,
  VECTOR_BYTES,
  vectorsIn,
  withoutRows,
} from './coded-vectors';
import { VECTORS_PER_CHUNK, type VectorChunk, type VectorDirectoryRow } from './schema';
import type { StudyDb } from './study-db';
import { discardChunks, readChunks } from './vector-damage';
import { chunksBelow, directoryOf, guessPlaces } from './vector-directory';

/** Vectors are appended to the newest chunk while it is smaller than this, so that storing a few writes few. */
export const APPEND_ROWS = 64;

/** Chunks with fewer vectors wait to be joined with others; one that has lost less than half of its own stays as it is. */
const SEALED_ROWS = VECTORS_PER_CHUNK / 2;

/** Joins small chunks also before they make a full one, when forgetting has left many that are nearly empty. */
const MOST_SMALL_CHUNKS = 2 * (VECTORS_PER_CHUNK / APPEND_ROWS);

/** Appends vectors of a model. Runs inside the caller's transaction on the vectors, `passages` and `meta`. */
export async function appendVectors(
  db: StudyDb,
  vectors: ReadonlyMap<string, Embedding>,
  modelId: string = MODEL_ID,
): Promise<void> {
  if (vectors.size === 0) return;
  const newest = (await chunksBelow(db, modelId, APPEND_ROWS)).slice(-1);
  await replaceChunks(db, modelId, newest, encodeVectors(vectors));
  await joinSmallChunks(db, modelId);
}

/** Which of these passages have a vector of the model. */
export async function storedAmong(
  db: StudyDb,
  passageIds: readonly string[],
  modelId: string = MODEL_ID,
): Promise<Set<string>> {
  const found = await findPlaces(db, await directoryOf(db, modelId), passageIds);
  return new Set(found.flatMap(({ places }) => places.map(({ id }) => id)));
}

/** Vectors of these passages, at unit length again after rounding; passages without one are left out. */
export async function readVectors(
  db: StudyDb,
  passageIds: readonly string[],
  modelId: string = MODEL_ID,
): Promise<Map<string, Embedding>> {
  const found = await findPlaces(db, await directoryOf(db, modelId), passageIds);
  return new Map(
    found.flatMap(({ chunk, places }) =>
      places.map(({ id, row }) => [id, normalise(decodeInt8(chunk.bytes, row * VECTOR_BYTES))] as const),
    ),
  );
}

/** How many vectors there are, of whatever model. */
export async function countVectors(db: StudyDb): Promise<number> {
  let count = 0;
  await db.vectorDirectory.each((row) => {
    count += row.count;
  });
  return count;
}

/**
 * Takes the vectors of deleted passages out, of whatever model, and says how many there were. Runs inside the caller's
 * transaction on the vectors, `passages` and `meta`.
 */
export async function removeVectors(db: StudyDb, passageIds: readonly string[]): Promise<number> {
  let removed = 0;
  for (const { chunk, places } of await findPlaces(db, await db.vectorDirectory.toArray(), passageIds)) {
    const kept = withoutRows(vectorsIn(chunk), new Set(places.map(({ row }) => row)));
    removed += places.length;
    await dropChunks(db, [chunk.id]);
    if (countOf(kept) > 0) await addChunk(db, chunk.modelId, kept);
  }
  if (removed > 0) for (const modelId of await modelsOf(db)) await joinSmallChunks(db, modelId);
  return removed;
}

/** Models that there are vectors of. */
export async function modelsOf(db: StudyDb): Promise<string[]> {
  const keys = await db.vectorDirectory.orderBy('[modelId+count]').uniqueKeys();
  return [...new Set(keys.flatMap((key) => (Array.isArray(key) ? [String(key[0])] : [])))];
}

interface FoundPlaces {
  readonly chunk: VectorChunk;
  readonly places: readonly { readonly id: string; readonly row: number }[];
}

async function findPlaces(
  db: StudyDb,
  rows: readonly VectorDirectoryRow[],
  passageIds: readonly string[],
): Promise<FoundPlaces[]> {
  const wanted = new Set(passageIds);
  const guesses = new Map(
    guessPlaces(rows, passageIds).map(({ chunkId, places }) => [chunkId, places] as const),
  );
  const { sound, damaged } = await readChunks(db, [...guesses.keys()]);
  await discardChunks(db, damaged);
  return sound.flatMap((chunk) => {
    const guessed = (guesses.get(chunk.id) ?? []).map((row) => ({ id: idAt(chunk.passageIds, row), row }));
    const places = guessed.filter(({ id }) => wanted.has(id));
    return places.length > 0 ? [{ chunk, places }] : [];
  });
}

/** Puts chunks and what is added together, in chunks of the full size and a rest. */
async function replaceChunks(
  db: StudyDb,
  modelId: string,
  rows: readonly VectorDirectoryRow[],
  added = encodeVectors(new Map()),
): Promise<void> {
  const { sound, damaged } = await readChunks(
    db,
    rows.map(({ id }) => id),
  );
  await discardChunks(db, damaged);
  await dropChunks(
    db,
    sound.map(({ id }) => id),
  );
  const all = joinVectors([...sound.map(vectorsIn), added]);
  for (let from = 0; from < countOf(all); from += VECTORS_PER_CHUNK)
    await addChunk(db, modelId, sliceVectors(all, from, Math.min(countOf(all), from + VECTORS_PER_CHUNK)));
}

async function joinSmallChunks(db: StudyDb, modelId: string): Promise<void> {
  const small = await chunksBelow(db, modelId, SEALED_ROWS);
  const held = small.reduce((sum, { count }) => sum + count, 0);
  if (held >= VECTORS_PER_CHUNK || small.length > MOST_SMALL_CHUNKS) await replaceChunks(db, modelId, small);
}
