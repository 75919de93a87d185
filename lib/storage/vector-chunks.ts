import { codedLength, decodeInt8, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { EMBEDDING_DIMENSION, type Embedding, MODEL_ID } from '@/lib/domain/embedding/model';
import { normalise } from '@/lib/domain/embedding/vector';
import { VECTORS_PER_CHUNK, type VectorChunk } from './schema';
import type { StudyDb } from './study-db';

const VECTOR_BYTES = codedLength(EMBEDDING_DIMENSION);

/** Appends vectors to the open chunk, opening new ones when it is full. Runs inside the caller's transaction. */
export async function appendVectors(db: StudyDb, vectors: ReadonlyMap<string, Embedding>): Promise<void> {
  const waiting = [...vectors];
  if (waiting.length === 0) return;
  const last = await db.vectorChunks.where('modelId').equals(MODEL_ID).last();
  if (last && last.passageIds.length < VECTORS_PER_CHUNK) {
    const fitting = waiting.splice(0, VECTORS_PER_CHUNK - last.passageIds.length);
    await db.vectorChunks.put({ ...last, ...joined(last.passageIds, last.bytes, fitting) });
  }
  while (waiting.length > 0) {
    const fitting = waiting.splice(0, VECTORS_PER_CHUNK);
    await db.vectorChunks.add({
      modelId: MODEL_ID,
      dimension: EMBEDDING_DIMENSION,
      quantisation: 'int8',
      ...joined([], new ArrayBuffer(0), fitting),
    });
  }
}

/** Which of these passages have a vector of the current model. */
export async function storedAmong(db: StudyDb, passageIds: readonly string[]): Promise<Set<string>> {
  const held = (await chunksOf(db, passageIds)).flatMap((chunk) => chunk.passageIds);
  const wanted = new Set(passageIds);
  return new Set(held.filter((id) => wanted.has(id)));
}

/** Vectors of these passages, or of all, at unit length again after rounding; passages without one are left out. */
export async function readVectors(
  db: StudyDb,
  passageIds?: readonly string[],
): Promise<Map<string, Embedding>> {
  const chunks = passageIds
    ? await chunksOf(db, passageIds)
    : await db.vectorChunks.where('modelId').equals(MODEL_ID).toArray();
  const wanted = passageIds && new Set(passageIds);
  const vectors = new Map<string, Embedding>();
  for (const chunk of chunks)
    chunk.passageIds.forEach((id, row) => {
      if (!wanted || wanted.has(id)) vectors.set(id, normalise(decodeInt8(chunk.bytes, row * VECTOR_BYTES)));
    });
  return vectors;
}

/** How many vectors there are, of whatever model. */
export async function countVectors(db: StudyDb): Promise<number> {
  let count = 0;
  await db.vectorChunks.each(({ passageIds }) => {
    count += passageIds.length;
  });
  return count;
}

/**
 * Takes the vectors of deleted passages out, of whatever model, and says how many there were. Runs inside the caller's
 * transaction.
 */
export async function removeVectors(db: StudyDb, passageIds: readonly string[]): Promise<number> {
  const gone = new Set(passageIds);
  let removed = 0;
  for (const chunk of await db.vectorChunks.bulkGet(await chunkIdsOf(db, passageIds))) {
    if (!chunk) continue;
    const size = codedLength(chunk.dimension);
    const rows = chunk.passageIds.flatMap((id, row) => (gone.has(id) ? [] : [row]));
    const bytes = new Uint8Array(rows.length * size);
    rows.forEach((row, i) => {
      bytes.set(new Uint8Array(chunk.bytes, row * size, size), i * size);
    });
    const kept = chunk.passageIds.filter((id) => !gone.has(id));
    removed += chunk.passageIds.length - kept.length;
    if (kept.length === 0) await db.vectorChunks.delete(chunk.id);
    else await db.vectorChunks.put({ ...chunk, passageIds: kept, bytes: bytes.buffer });
  }
  return removed;
}

/** Chunks are large, so they are looked up by key first and read only when a passage is really in them. */
async function chunksOf(db: StudyDb, passageIds: readonly string[]): Promise<VectorChunk[]> {
  const chunks = await db.vectorChunks.bulkGet(await chunkIdsOf(db, passageIds));
  return chunks.filter((chunk) => chunk !== undefined).filter((chunk) => chunk.modelId === MODEL_ID);
}

async function chunkIdsOf(db: StudyDb, passageIds: readonly string[]): Promise<number[]> {
  const ids = await db.vectorChunks.where('passageIds').anyOf(passageIds).primaryKeys();
  return [...new Set(ids)];
}

function joined(
  passageIds: readonly string[],
  bytes: ArrayBuffer,
  added: readonly (readonly [string, Embedding])[],
): Pick<VectorChunk, 'passageIds' | 'bytes'> {
  const all = new Uint8Array(bytes.byteLength + added.length * VECTOR_BYTES);
  all.set(new Uint8Array(bytes));
  added.forEach(([, vector], i) => {
    all.set(new Uint8Array(encodeInt8(vector)), bytes.byteLength + i * VECTOR_BYTES);
  });
  return { passageIds: [...passageIds, ...added.map(([id]) => id)], bytes: all.buffer };
}
