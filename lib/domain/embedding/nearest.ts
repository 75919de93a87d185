import { dot } from './vector';

/** A stored vector found for a query. */
export interface Neighbour {
  readonly id: string;
  /** Cosine, −1 to 1. */
  readonly similarity: number;
}

/**
 * The stored vectors most similar to a query, best first, by looking at every one of them: exact, and fast enough for
 * all that one person reads. Equal similarities keep the order of the map.
 *
 * @param query unit length, as are the stored vectors, all of one model and either all raw or all centred
 */
export function findNearest(
  query: Float32Array,
  vectors: ReadonlyMap<string, Float32Array>,
  limit: number,
): Neighbour[] {
  const neighbours = Array.from(vectors, ([id, vector]) => ({ id, similarity: dot(query, vector) }));
  neighbours.sort((a, b) => b.similarity - a.similarity);
  return neighbours.slice(0, Math.max(0, limit));
}
