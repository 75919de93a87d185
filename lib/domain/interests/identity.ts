import { dot, mean, normalise } from '../embedding/vector';
import type { Interest } from './model';

/** A cluster of a new fit: unit centroid and the passages that made it. */
export interface FittedCluster {
  readonly centroid: Float32Array;
  readonly passageIds: readonly string[];
}

/** Which earlier interest a new cluster continues, and which others it came from. */
export interface Lineage {
  readonly continues?: Interest;
  readonly parentIds: readonly string[];
}

const SAME_INTEREST = 0.8;
const SHARE_OF_A_PARENT = 1 / 3;

/**
 * Finds the earlier interest that each cluster continues: pairs by falling cosine of their centroids, down to 0.8, each
 * interest continued at most once. An earlier interest that gave a cluster a third of its passages is its parent.
 *
 * The earlier centroids are taken anew from their passages where these are in the fit, since the centre that all
 * vectors are measured from moves as the learner reads.
 *
 * @param points point of each passage in the fit
 * @param before interests so far, of the same model
 * @param interestOf earlier interest of the passages
 */
export function traceLineage(
  clusters: readonly FittedCluster[],
  points: ReadonlyMap<string, Float32Array>,
  before: readonly Interest[],
  interestOf: ReadonlyMap<string, string>,
): Lineage[] {
  const members = new Map(before.map(({ id }) => [id, membersOf(id, points, interestOf)]));
  const earlier = before.map((interest) => ({
    interest,
    centroid: presentCentroid(interest, members.get(interest.id) ?? [], points),
  }));
  const continued = matchGreedily(clusters, earlier);
  return clusters.map((cluster, i) => {
    const continues = continued.get(i);
    const parentIds = parentsOf(cluster, members).filter((id) => id !== continues?.id);
    if (!continues) return { parentIds };
    return { continues, parentIds: [...new Set([...continues.parentIds, ...parentIds])] };
  });
}

function matchGreedily(
  clusters: readonly FittedCluster[],
  earlier: readonly { interest: Interest; centroid: Float32Array }[],
): Map<number, Interest> {
  const pairs = clusters.flatMap((cluster, i) =>
    earlier.map(({ interest, centroid }) => ({ i, interest, cosine: dot(cluster.centroid, centroid) })),
  );
  pairs.sort((a, b) => b.cosine - a.cosine);
  const continued = new Map<number, Interest>();
  const taken = new Set<string>();
  for (const { i, interest, cosine } of pairs) {
    if (cosine < SAME_INTEREST) break;
    if (continued.has(i) || taken.has(interest.id)) continue;
    continued.set(i, interest);
    taken.add(interest.id);
  }
  return continued;
}

function membersOf(
  interestId: string,
  points: ReadonlyMap<string, Float32Array>,
  interestOf: ReadonlyMap<string, string>,
): string[] {
  return [...points.keys()].filter((passageId) => interestOf.get(passageId) === interestId);
}

function presentCentroid(
  interest: Interest,
  members: readonly string[],
  points: ReadonlyMap<string, Float32Array>,
): Float32Array {
  const own = members.flatMap((passageId) => points.get(passageId) ?? []);
  return own.length > 0 ? normalise(mean(own)) : interest.centroid;
}

function parentsOf(cluster: FittedCluster, members: ReadonlyMap<string, readonly string[]>): string[] {
  const here = new Set(cluster.passageIds);
  return Array.from(members)
    .filter(([, ids]) => ids.length > 0)
    .filter(([, ids]) => ids.filter((id) => here.has(id)).length >= SHARE_OF_A_PARENT * ids.length)
    .map(([id]) => id);
}
