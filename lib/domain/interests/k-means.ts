import { kmeansGenerator } from 'ml-kmeans';

/** A division of points; `clusterOf[i]` is the index of the centroid that point i belongs to. */
export interface Clustering {
  /** Means of the members, not of unit length. */
  readonly centroids: readonly Float32Array[];
  readonly clusterOf: readonly number[];
}

/** How long work gives way to others: `pause` lets an abort or a message in between two steps. */
export interface Patience {
  readonly signal?: AbortSignal;
  readonly pause?: () => Promise<void>;
}

const MOST_ITERATIONS = 100;

/** Squared distance below which a centroid rests; going on to the last digit takes many rounds and moves nobody. */
const REST = 1e-5;

/**
 * Lloyd's algorithm (1982) from given centroids until they rest, at most 100 rounds. A centroid that loses all its
 * members stays where it is.
 *
 * @param points equally long, at least as many as there are centroids
 * @param start at least one
 * @throws the reason of the signal when aborted, between two rounds
 */
export async function runKMeans(
  points: readonly Float32Array[],
  start: readonly Float32Array[],
  { signal, pause }: Patience = {},
): Promise<Clustering> {
  const rounds = kmeansGenerator(
    points.map((point) => Array.from(point)),
    start.length,
    {
      initialization: start.map((centroid) => Array.from(centroid)),
      maxIterations: MOST_ITERATIONS,
      tolerance: REST,
    },
  );
  let last: { centroids: number[][]; clusters: number[] } | undefined;
  for (last of rounds) {
    await pause?.();
    signal?.throwIfAborted();
  }
  if (!last) return { centroids: start, clusterOf: [] };
  return { centroids: last.centroids.map((numbers) => Float32Array.from(numbers)), clusterOf: last.clusters };
}
