import { MODEL_ID } from '../embedding/model';
import { dot, mean, normalise } from '../embedding/vector';
import type { LocatedPassage } from './locate';
import type { Interest } from './model';
import type { PassageCluster } from './passage-cluster';

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
 * vectors are measured from moves as the learner reads. One of another model is known again by its passages alone.
 *
 * @param before interests so far
 * @param interestOf earlier interest of the passages
 */
export function traceLineage(
  clusters: readonly PassageCluster[],
  before: readonly Interest[],
  interestOf: ReadonlyMap<string, string>,
): Lineage[] {
  const fitted = clusters.flatMap(({ members }) => members);
  const earlier = before.map((interest): EarlierInterest => {
    const members = fitted.filter(({ passage }) => interestOf.get(passage.id) === interest.id);
    return { interest, members, centroid: presentCentroid(interest, members) };
  });
  const comparable = earlier.filter(
    ({ interest, members }) => members.length > 0 || interest.modelId === MODEL_ID,
  );
  const continued = matchGreedily(clusters, comparable);
  return clusters.map((cluster) => {
    const continues = continued.get(cluster);
    const parentIds = parentsOf(cluster, earlier).filter((id) => id !== continues?.id);
    if (!continues) return { parentIds };
    return { continues, parentIds: [...new Set([...continues.parentIds, ...parentIds])] };
  });
}

/** An interest so far, with its passages as they lie now. */
interface EarlierInterest extends PassageCluster {
  readonly interest: Interest;
}

function presentCentroid(interest: Interest, members: readonly LocatedPassage[]): Float32Array {
  return members.length > 0 ? normalise(mean(members.map(({ point }) => point))) : interest.centroid;
}

function matchGreedily(
  clusters: readonly PassageCluster[],
  earlier: readonly EarlierInterest[],
): Map<PassageCluster, Interest> {
  const pairs = clusters.flatMap((cluster) =>
    earlier.map(({ interest, centroid }) => ({ cluster, interest, cosine: dot(cluster.centroid, centroid) })),
  );
  pairs.sort((a, b) => b.cosine - a.cosine);
  const continued = new Map<PassageCluster, Interest>();
  const taken = new Set<Interest>();
  for (const { cluster, interest, cosine } of pairs) {
    if (cosine < SAME_INTEREST) break;
    if (continued.has(cluster) || taken.has(interest)) continue;
    continued.set(cluster, interest);
    taken.add(interest);
  }
  return continued;
}

function parentsOf(cluster: PassageCluster, earlier: readonly EarlierInterest[]): string[] {
  const here = new Set(cluster.members);
  return earlier
    .filter(({ members }) => members.length > 0)
    .filter(
      ({ members }) =>
        members.filter((member) => here.has(member)).length >= SHARE_OF_A_PARENT * members.length,
    )
    .map(({ interest }) => interest.id);
}
