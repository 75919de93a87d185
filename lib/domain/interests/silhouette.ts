import { dot, normalise } from '../embedding/vector';
import type { Clustering } from './k-means';

/**
 * Simplified silhouette (Hruschka et al. 2004): the mean over the points of `(b − a) / max(a, b)`, where `a` is the
 * cosine distance to the own centroid and `b` that to the nearest other one. It costs a product for each point and
 * centroid, where the full silhouette compares all pairs of points.
 *
 * @param points unit length
 * @returns −1 to 1, higher for clusters that are tight and apart; 0 when there is only one cluster
 */
export function simplifiedSilhouette(
  points: readonly Float32Array[],
  { centroids, clusterOf }: Clustering,
): number {
  if (centroids.length < 2 || points.length === 0) return 0;
  const directions = centroids.map(normalise);
  const sum = points.reduce((total, point, i) => total + fitOf(point, clusterOf[i] ?? 0, directions), 0);
  return sum / points.length;
}

function fitOf(point: Float32Array, own: number, directions: readonly Float32Array[]): number {
  let toOwn = 0;
  let toOther = Number.POSITIVE_INFINITY;
  directions.forEach((direction, cluster) => {
    const distance = 1 - dot(point, direction);
    if (cluster === own) toOwn = distance;
    else toOther = Math.min(toOther, distance);
  });
  const larger = Math.max(toOwn, toOther);
  return larger > 0 ? (toOther - toOwn) / larger : 0;
}
