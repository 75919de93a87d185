import { type Centres, centresFor } from '../embedding/centring';
import { type Embedding, MODEL_ID } from '../embedding/model';
import { normalise } from '../embedding/vector';
import type { Passage } from '../reading/model';
import type { EpochMs } from '../shared/clock';
import { assignToInterests, followNeighbours } from './assign';
import { fitClusters } from './fit-clusters';
import { type Lineage, traceLineage } from './identity';
import type { Clustering, Patience } from './k-means';
import { chooseLabels } from './labels';
import { type LocatedPassage, locatePassages } from './locate';
import { chooseMedoid } from './medoid';
import type { Interest, InterestFit, PassagePlace, PassageTerm } from './model';
import { FEWEST_PASSAGES } from './needs-refit';
import { groupByPage, type PageGroup } from './page-groups';
import { readingMeans } from './reading-means';
import { rankTerms } from './term-ranking';
import { unityOf, WORLD_WEIGHT } from './unity';

/** Everything that was read, and what earlier fits made of it. */
export interface ReadingToFit {
  readonly passages: readonly Passage[];
  readonly places: readonly PassagePlace[];
  readonly terms: readonly PassageTerm[];
  readonly vectors: ReadonlyMap<string, Embedding>;
  /** Means shipped with the model. */
  readonly priors: Centres;
  readonly interests: readonly Interest[];
  readonly lastFit?: InterestFit;
}

export interface FittedInterests {
  readonly interests: readonly Interest[];
  readonly assignments: ReadonlyMap<string, string>;
  /** Centres that the centroids were measured from. */
  readonly centres: Centres;
}

interface Circumstances extends Patience {
  readonly newId: () => string;
  readonly now: EpochMs;
}

/**
 * Finds the interests in all that was read: clusters of passages, with the identity of the earlier interests that they
 * continue, labels and an example sentence. Too little reading gives no interests.
 *
 * @throws the reason of the signal when aborted
 */
export async function fitInterests(
  reading: ReadingToFit,
  circumstances: Circumstances,
): Promise<FittedInterests> {
  const pages = groupByPage(reading.passages, reading.places);
  const means = readingMeans(pages, reading.vectors);
  const centres = centresFor(reading.priors, means);
  const located = locatePassages(pages, reading.vectors, centres);
  if (located.length < FEWEST_PASSAGES) return { interests: [], assignments: new Map(), centres };
  const inTheWorld = locatePassages(pages, reading.vectors, centresFor(reading.priors, means, WORLD_WEIGHT));
  const clustering = await cluster(located, inTheWorld, reading.lastFit, circumstances);
  const interests = describe(reading, located, clustering, circumstances);
  const assignments = assignAll(reading, pages, centres, interests, located, clustering);
  return { interests, assignments, centres };
}

function cluster(
  located: readonly LocatedPassage[],
  inTheWorld: readonly LocatedPassage[],
  lastFit: InterestFit | undefined,
  patience: Patience,
): Promise<Clustering> {
  const sizes = new Map<string, number>();
  for (const { page } of located) sizes.set(page.pageId, (sizes.get(page.pageId) ?? 0) + 1);
  const points = {
    points: located.map(({ point }) => point),
    pageSizes: [...sizes.values()],
    unity: unityOf(inTheWorld.map(({ point }) => point)),
  };
  return fitClusters(lastFit ? { ...points, previousK: lastFit.k } : points, patience);
}

function describe(
  reading: ReadingToFit,
  located: readonly LocatedPassage[],
  { centroids, clusterOf }: Clustering,
  { newId, now }: Circumstances,
): Interest[] {
  const members = centroids.map((_, cluster) => located.filter((_, i) => clusterOf[i] === cluster));
  const directions = centroids.map(normalise);
  const lineages = trace(reading, located, members, directions);
  const places = new Map(
    located.map(({ passage, page }, i) => [passage.id, { cluster: clusterOf[i] ?? 0, title: page.title }]),
  );
  const ranked = rankTerms(reading.terms, places, centroids.length);
  const labels = chooseLabels(ranked);
  return directions.map((centroid, cluster) => {
    const { continues, parentIds } = lineages[cluster] ?? { parentIds: [] };
    const own = members[cluster] ?? [];
    const medoid = chooseMedoid(own, centroid, ranked[cluster] ?? {});
    return {
      id: continues?.id ?? newId(),
      modelId: MODEL_ID,
      centroid,
      labels: labels[cluster] ?? {},
      passageCount: own.length,
      ...(medoid && { medoid }),
      parentIds,
      createdAt: continues?.createdAt ?? now,
      updatedAt: now,
    };
  });
}

function trace(
  { interests, passages }: ReadingToFit,
  located: readonly LocatedPassage[],
  members: readonly (readonly LocatedPassage[])[],
  directions: readonly Float32Array[],
): Lineage[] {
  return traceLineage(
    directions.map((centroid, i) => ({
      centroid,
      passageIds: (members[i] ?? []).map(({ passage }) => passage.id),
    })),
    new Map(located.map(({ passage, point }) => [passage.id, point])),
    interests.filter(({ modelId }) => modelId === MODEL_ID),
    new Map(passages.flatMap(({ id, interestId }) => (interestId ? [[id, interestId] as const] : []))),
  );
}

/** Fitted passages go where k-means put them, the others with their page. */
function assignAll(
  { vectors }: ReadingToFit,
  pages: readonly PageGroup[],
  centres: Centres,
  interests: readonly Interest[],
  located: readonly LocatedPassage[],
  { clusterOf }: Clustering,
): Map<string, string> {
  const fitted = new Map(
    located.flatMap(({ passage }, i) => {
      const interest = interests[clusterOf[i] ?? -1];
      return interest ? [[passage.id, interest.id] as const] : [];
    }),
  );
  return new Map(
    pages.flatMap(({ passages }) =>
      passages.some(({ id }) => fitted.has(id))
        ? [...followNeighbours(passages, fitted)]
        : [...assignToInterests({ passages, vectors, centres, interests })],
    ),
  );
}
