import { normalise } from '../embedding/vector';
import type { Clustering } from './k-means';
import type { LocatedPassage } from './locate';

/** Passages that were found to be about one subject. */
export interface PassageCluster {
  /** Unit length. */
  readonly centroid: Float32Array;
  readonly members: readonly LocatedPassage[];
}

/** @param located the passages whose points were divided, in the same order */
export function gatherClusters(
  located: readonly LocatedPassage[],
  { centroids, clusterOf }: Clustering,
): PassageCluster[] {
  return centroids.map((centroid, cluster) => ({
    centroid: normalise(centroid),
    members: located.filter((_, i) => clusterOf[i] === cluster),
  }));
}
