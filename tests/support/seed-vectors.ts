import { EMBEDDING_DIMENSION, MODEL_ID } from '@/lib/domain/embedding/model';
import { normalise } from '@/lib/domain/embedding/vector';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { addChunk, encodeVectors } from '@/lib/storage/coded-vectors';
import { VECTORS_PER_CHUNK } from '@/lib/storage/schema';
import type { StudyDb } from '@/lib/storage/study-db';

export interface Seeding {
  readonly modelId?: string;
  readonly seed?: number;
  /** Passages of the first vectors; the others are made up. */
  readonly passageIds?: readonly string[];
}

/** Stores `count` random vectors in full chunks, as they lie after much reading, and gives their passages. Runs anywhere. */
export async function seedVectors(
  db: StudyDb,
  count: number,
  { modelId = MODEL_ID, seed = 1, passageIds = [] }: Seeding = {},
): Promise<string[]> {
  const random = createSeededRandom(seed);
  const ids = Array.from({ length: count }, (_, i) => passageIds[i] ?? randomDigest(random));
  for (let from = 0; from < count; from += VECTORS_PER_CHUNK) {
    const some = ids.slice(from, from + VECTORS_PER_CHUNK);
    const vectors = new Map(some.map((id) => [id, randomVector(random)]));
    await db.transaction('rw', db.vectorChunks, db.vectorDirectory, async () =>
      addChunk(db, modelId, encodeVectors(vectors)),
    );
  }
  return ids;
}

/** A direction that is any with the same chance. */
export function randomVector(random: () => number): Float32Array {
  return normalise(
    Float32Array.from({ length: EMBEDDING_DIMENSION }, () => random() + random() + random() - 1.5),
  );
}

export function randomDigest(random: () => number): string {
  const words = Array.from({ length: 8 }, () => Math.floor(random() * 2 ** 32));
  return words.map((word) => word.toString(16).padStart(8, '0')).join('');
}
