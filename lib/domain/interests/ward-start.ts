import { agnes, type Cluster } from 'ml-hclust';
import { dot, mean } from '../embedding/vector';

/** Agglomeration takes cubic time: 0.4 s for 400 points, ten times that for 1,000. */
const LARGEST_SAMPLE = 400;

/** A binary tree of merged points, from which a start for any number of clusters can be read. */
export interface WardTree {
  /** Means of the `k` branches that are left when the last `k − 1` merges are undone. `k` is 1 to the number of points. */
  centroids(k: number): Float32Array[];
}

/**
 * Agglomerates points by Ward's method (1963): each merge is the one that raises the squared distance within clusters
 * least. Deterministic, and a better start for k-means than chance.
 *
 * @param points unit length, from one to some hundred
 */
export function growWardTree(points: readonly Float32Array[]): WardTree {
  // Of two unit vectors the squared Euclidean distance, which Ward's update rule needs, is 2 − 2 cos.
  const distances = points.map((a) => points.map((b) => Math.max(0, 2 - 2 * dot(a, b))));
  const root = agnes(distances, { method: 'ward', isDistanceMatrix: true });
  return { centroids: (k) => cutInto(root, k).map((branch) => centroidOf(branch, points)) };
}

/** Evenly spread over the list, so that a list in page order gives each page its share. */
export function sampleEvenly<Item>(items: readonly Item[], size: number = LARGEST_SAMPLE): Item[] {
  if (items.length <= size) return [...items];
  return items.filter(
    (_, i) => Math.floor((i * size) / items.length) !== Math.floor(((i - 1) * size) / items.length),
  );
}

function cutInto(root: Cluster, k: number): Cluster[] {
  const branches = [root];
  while (branches.length < k) {
    const tallest = branches
      .filter((branch) => !branch.isLeaf)
      .reduce<Cluster | undefined>(
        (best, next) => (best && best.height >= next.height ? best : next),
        undefined,
      );
    if (!tallest) break;
    branches.splice(branches.indexOf(tallest), 1, ...tallest.children);
  }
  return branches;
}

function centroidOf(branch: Cluster, points: readonly Float32Array[]): Float32Array {
  return mean(branch.indices().flatMap((i) => points[i] ?? []));
}
