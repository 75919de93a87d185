import { type Candidate, chooseK, largestK } from './choose-k';
import { type Clustering, type Patience, runKMeans } from './k-means';
import { simplifiedSilhouette } from './silhouette';
import { growWardTree, sampleEvenly, type WardTree } from './ward-start';

/** Points to divide, and what is known about how many parts they may have. */
export interface PointsToFit {
  /** Unit length, in page order. */
  readonly points: readonly Float32Array[];
  /** Number of points of each page; empty when nothing is known of pages. */
  readonly pageSizes: readonly number[];
  /** Score of one single interest, on the scale of the silhouette. */
  readonly unity: number;
  readonly previousK?: number;
}

/** Where k-means may start for any number of clusters. */
export interface FitStart {
  readonly sample: readonly Float32Array[];
  readonly tree: WardTree;
}

/**
 * Divides points into as many clusters as they show: Ward's tree of a sample gives the starts, k-means and the
 * silhouette on the sample give the number, and k-means over all points the clusters. None of them is empty.
 *
 * @throws the reason of the signal when aborted
 */
export async function fitClusters(input: PointsToFit, patience: Patience = {}): Promise<Clustering> {
  if (input.points.length === 0) return { centroids: [], clusterOf: [] };
  const start = prepareStart(input.points);
  const candidates: Candidate[] = [{ k: 1, score: input.unity }];
  for (let k = 2; k <= largestK(input.points.length, input.pageSizes); k++) {
    const clustering = await runKMeans(start.sample, start.tree.centroids(k), patience);
    candidates.push({ k, score: simplifiedSilhouette(start.sample, clustering) });
  }
  return divideInto(chooseK(candidates, input.previousK), input.points, start, patience);
}

/** @param points unit length, at least one */
export function prepareStart(points: readonly Float32Array[]): FitStart {
  const sample = sampleEvenly(points);
  return { sample, tree: growWardTree(sample) };
}

/** Divides points into a given number of clusters; into fewer when points coincide or are fewer themselves. */
export async function divideInto(
  k: number,
  points: readonly Float32Array[],
  { sample, tree }: FitStart,
  patience: Patience = {},
): Promise<Clustering> {
  const onSample = await runKMeans(sample, tree.centroids(k), patience);
  return withoutEmpty(await runKMeans(points, onSample.centroids, patience));
}

function withoutEmpty({ centroids, clusterOf }: Clustering): Clustering {
  const used = [...new Set(clusterOf)].sort((a, b) => a - b);
  return {
    centroids: used.flatMap((cluster) => centroids[cluster] ?? []),
    clusterOf: clusterOf.map((cluster) => used.indexOf(cluster)),
  };
}
