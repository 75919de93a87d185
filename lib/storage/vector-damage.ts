import { EMBEDDING_DIMENSION } from '@/lib/domain/embedding/model';
import { ID_BYTES } from '@/lib/domain/embedding/passage-ids';
import { dropChunks, VECTOR_BYTES } from './coded-vectors';
import { recountLanguageMeans } from './language-means';
import { readMeta, writeMeta } from './meta';
import type { VectorChunk } from './schema';
import type { StudyDb } from './study-db';

const SCALE_BYTES = VECTOR_BYTES - EMBEDDING_DIMENSION;

/** Stored vectors have unit length but for their rounding, which changes it by far less. */
const LARGEST_DEVIATION = 0.02;

/** Chunks as they were read. */
export interface ReadChunks {
  readonly sound: readonly VectorChunk[];
  /** Chunks that are there and cannot be right. */
  readonly damaged: readonly number[];
}

/** Reads chunks in the order of their ids, in the caller's transaction, which fails when the bytes of one are lost. */
export async function readChunks(db: StudyDb, ids: readonly number[]): Promise<ReadChunks> {
  const chunks = await db.vectorChunks.bulkGet([...ids]);
  const sound = chunks.filter((chunk) => chunk !== undefined).filter(isSound);
  const whole = new Set(sound.map(({ id }) => id));
  return { sound, damaged: ids.filter((id) => !whole.has(id)) };
}

/**
 * Gives damaged chunks up: they go, the means are made of what is left, and the passages without a vector will be looked
 * for and embedded again. Runs inside the caller's transaction on the vectors, `passages` and `meta`.
 */
export async function discardChunks(db: StudyDb, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db.vectorDirectory.bulkGet([...ids]);
  const lost = rows.reduce((sum, row) => sum + (row?.count ?? 0), 0);
  await dropChunks(db, ids);
  const means = await readMeta(db, 'languageMeans');
  if (!means) return;
  await recountLanguageMeans(db, means.modelId);
  const space = (await readMeta(db, 'vectorSpace')) ?? { modelId: means.modelId };
  const search = { modelId: means.modelId, upTo: '' };
  await writeMeta(db, 'vectorSpace', { ...space, search, damaged: (space.damaged ?? 0) + lost });
}

/** Whether the parts of a chunk fit together, and its vectors have the length that they were stored with. */
export function isSound({ count, dimension, passageIds, bytes }: VectorChunk): boolean {
  if (dimension !== EMBEDDING_DIMENSION) return false;
  if (passageIds.length !== count * ID_BYTES || bytes.byteLength !== count * VECTOR_BYTES) return false;
  const view = new DataView(bytes);
  const numbers = new Int8Array(bytes);
  for (let row = 0; row < count; row++) {
    const scale = view.getFloat32(row * VECTOR_BYTES, true);
    const length = scale * lengthOf(numbers, row * VECTOR_BYTES + SCALE_BYTES);
    // Also catches what is no number.
    if (!(Math.abs(length - 1) <= LARGEST_DEVIATION)) return false;
  }
  return true;
}

function lengthOf(numbers: Int8Array, from: number): number {
  let sum = 0;
  for (let i = from; i < from + EMBEDDING_DIMENSION; i++) sum += (numbers[i] ?? 0) ** 2;
  return Math.sqrt(sum);
}
