import { type Embedding, type EncodingRole, MODEL_ID } from '@/lib/domain/embedding/model';

/** Some three megabytes of vectors: the sentences of several long pages. */
const CAPACITY = 2_000;

export interface VectorCache {
  get(text: string, role: EncodingRole): Embedding | undefined;
  set(text: string, role: EncodingRole, vector: Embedding): void;
}

/**
 * The vectors that were asked for last. A page that is being read is analysed every few seconds, with nearly the same
 * sentences each time. The key holds model, role and text, which the map hashes: two texts never share a vector. It is in
 * memory only, so forgetting needs no care: erasing ends the worker, and the cache with it.
 */
export function createVectorCache(capacity: number = CAPACITY): VectorCache {
  const vectors = new Map<string, Embedding>();
  const keyOf = (text: string, role: EncodingRole) => `${MODEL_ID}:${role}:${text}`;
  return {
    get(text, role) {
      const key = keyOf(text, role);
      const vector = vectors.get(key);
      if (!vector) return undefined;
      // A map keeps its order of insertion, so the first key is the one that was not asked for longest.
      vectors.delete(key);
      vectors.set(key, vector);
      return vector;
    },
    set(text, role, vector) {
      vectors.set(keyOf(text, role), vector);
      if (vectors.size <= capacity) return;
      const [oldest] = vectors.keys();
      if (oldest !== undefined) vectors.delete(oldest);
    },
  };
}
