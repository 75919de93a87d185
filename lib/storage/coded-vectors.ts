import { codedLength, encodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { EMBEDDING_DIMENSION, type Embedding } from '@/lib/domain/embedding/model';
import { headsOf, ID_BYTES, packIds } from '@/lib/domain/embedding/passage-ids';
import type { VectorChunk } from './schema';
import type { StudyDb } from './study-db';

/** Bytes of one stored vector. */
export const VECTOR_BYTES = codedLength(EMBEDDING_DIMENSION);

/** Vectors with their passages, packed as they are stored. */
export interface CodedVectors {
  readonly passageIds: Uint8Array;
  readonly bytes: Uint8Array;
}

export function encodeVectors(vectors: ReadonlyMap<string, Embedding>): CodedVectors {
  const bytes = new Uint8Array(vectors.size * VECTOR_BYTES);
  [...vectors.values()].forEach((vector, row) => {
    bytes.set(new Uint8Array(encodeInt8(vector)), row * VECTOR_BYTES);
  });
  return { passageIds: packIds([...vectors.keys()]), bytes };
}

export function vectorsIn({ passageIds, bytes }: VectorChunk): CodedVectors {
  return { passageIds, bytes: new Uint8Array(bytes) };
}

export function countOf({ passageIds }: CodedVectors): number {
  return passageIds.length / ID_BYTES;
}

export function joinVectors(parts: readonly CodedVectors[]): CodedVectors {
  return {
    passageIds: joinBytes(parts.map(({ passageIds }) => passageIds)),
    bytes: joinBytes(parts.map(({ bytes }) => bytes)),
  };
}

/** Vectors from the row `from` until before `to`. */
export function sliceVectors({ passageIds, bytes }: CodedVectors, from: number, to: number): CodedVectors {
  return {
    passageIds: passageIds.subarray(from * ID_BYTES, to * ID_BYTES),
    bytes: bytes.subarray(from * VECTOR_BYTES, to * VECTOR_BYTES),
  };
}

/** All vectors but those of some rows. */
export function withoutRows(vectors: CodedVectors, gone: ReadonlySet<number>): CodedVectors {
  const rows = Array.from({ length: countOf(vectors) }, (_, row) => row).filter((row) => !gone.has(row));
  return joinVectors(rows.map((row) => sliceVectors(vectors, row, row + 1)));
}

/** Stores a new chunk and its row of the directory. Runs inside the caller's transaction on both tables. */
export async function addChunk(db: StudyDb, modelId: string, vectors: CodedVectors): Promise<void> {
  const count = countOf(vectors);
  // A view is stored with all of the buffer that it looks into, so both become buffers of their own.
  const passageIds = vectors.passageIds.slice();
  const bytes = vectors.bytes.slice().buffer;
  const shape = { modelId, dimension: EMBEDDING_DIMENSION, quantisation: 'int8' } as const;
  const id = await db.vectorChunks.add({ ...shape, count, passageIds, bytes });
  await db.vectorDirectory.add({ id, modelId, count, heads: headsOf(passageIds) });
}

/** Deletes chunks with their rows of the directory. Runs inside the caller's transaction on both tables. */
export async function dropChunks(db: StudyDb, ids: readonly number[]): Promise<void> {
  await db.vectorChunks.bulkDelete([...ids]);
  await db.vectorDirectory.bulkDelete([...ids]);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}
