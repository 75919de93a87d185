import { decodeInt8 } from '@/lib/domain/embedding/int8-codec';
import { type Embedding, MODEL_ID } from '@/lib/domain/embedding/model';
import { unpackIds } from '@/lib/domain/embedding/passage-ids';
import { normalise } from '@/lib/domain/embedding/vector';
import { VECTOR_BYTES } from './coded-vectors';
import { loadChunks } from './stored-vectors';
import type { StudyDb } from './study-db';
import { chunkIdsOf } from './vector-directory';

/** All vectors of a model, kept decoded between two readings. */
export interface VectorMemory {
  /** Reads the chunks that are new and forgets those that are gone. The map does not change afterwards. */
  load(): Promise<ReadonlyMap<string, Embedding>>;
}

export function createVectorMemory(db: StudyDb, modelId: string = MODEL_ID): VectorMemory {
  const chunks = new Map<number, ReadonlyMap<string, Embedding>>();
  let vectors: ReadonlyMap<string, Embedding> = new Map();

  const catchUp = async () => {
    const present = new Set(await chunkIdsOf(db, modelId));
    const gone = [...chunks.keys()].filter((id) => !present.has(id));
    for (const id of gone) chunks.delete(id);
    const missing = [...present].filter((id) => !chunks.has(id));
    for await (const chunk of loadChunks(db, missing)) chunks.set(chunk.chunkId, decodeAll(chunk));
    return gone.length > 0 || missing.length > 0;
  };
  return {
    async load() {
      let changed = false;
      // A chunk may be replaced while the others are read.
      while (await catchUp()) changed = true;
      if (changed) vectors = new Map([...chunks.values()].flatMap((chunk) => [...chunk]));
      return vectors;
    },
  };
}

function decodeAll({ passageIds, bytes }: { passageIds: Uint8Array; bytes: ArrayBuffer }) {
  return new Map(
    unpackIds(passageIds).map((id, row) => [id, normalise(decodeInt8(bytes, row * VECTOR_BYTES))] as const),
  );
}
