import { kmeansGenerator } from 'ml-kmeans';
import { squaredDistance } from './squared-distance';

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

/** @throws the reason of the signal when aborted */
export async function giveWay({ signal, pause }: Patience): Promise<void> {
  await pause?.();
  signal?.throwIfAborted();
}

const MOST_ROUNDS = 100;

/** Squared distance below which a centroid rests; going on to the last digit takes many rounds and moves nobody. */
const REST = 1e-5;

/** Of many points a few go back and forth between two clusters for long; at this share of them the division rests. */
const RESTLESS_SHARE = 1e-3;

/**
 * Lloyd's algorithm (1982) from given centroids until the centroids or the members rest, at most 100 rounds. A centroid
 * that loses all its members stays where it is.
 *
 * @param points equally long, at least as many as there are centroids
 * @param start at least one
 * @throws the reason of the signal when aborted, between two rounds
 */
export async function runKMeans(
  points: readonly Float32Array[],
  start: readonly Float32Array[],
  patience: Patience = {},
): Promise<Clustering> {
  const rounds = kmeansGenerator(points.map(toNumbers), start.length, {
    initialization: start.map(toNumbers),
    maxIterations: MOST_ROUNDS,
    tolerance: REST,
    distanceFunction: squaredDistance,
  });
  let centroids: readonly number[][] = [];
  let clusterOf: readonly number[] = [];
  for (const round of rounds) {
    const moved = countMoved(clusterOf, round.clusters);
    centroids = round.centroids;
    // The library goes on writing into its list.
    clusterOf = [...round.clusters];
    await giveWay(patience);
    if (moved <= RESTLESS_SHARE * points.length) break;
  }
  return { centroids: centroids.map((numbers) => Float32Array.from(numbers)), clusterOf };
}

/** The library's own centroids are plain lists: distances between two kinds of list take twice as long. */
function toNumbers(point: Float32Array): number[] {
  return Array.from(point);
}

function countMoved(before: readonly number[], now: readonly number[]): number {
  return now.reduce((moved, cluster, i) => (cluster === before[i] ? moved : moved + 1), 0);
}
