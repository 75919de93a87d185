import { type Centres, centresFor } from '../embedding/centring';
import type { Embedding } from '../embedding/model';
import type { EpochMs } from '../shared/clock';
import { assignToInterests, followNeighbours, type PageToAssign } from './assign';
import { describeClusters, type KnownReading } from './describe-clusters';
import { fitClusters } from './fit-clusters';
import type { Clustering, Patience } from './k-means';
import { type LocatedPassage, locatePassages } from './locate';
import type { Interest, InterestFit, PassagePlace } from './model';
import { FEWEST_PASSAGES } from './needs-refit';
import { groupByPage, type PageGroup } from './page-groups';
import { gatherClusters, type PassageCluster } from './passage-cluster';
import { readingMeans } from './reading-means';
import { unityOf, WORLD_WEIGHT } from './unity';

/** Everything that was read, and what earlier fits made of it. */
export interface ReadingToFit extends KnownReading {
  readonly places: readonly PassagePlace[];
  readonly vectors: ReadonlyMap<string, Embedding>;
  /** Means shipped with the model. */
  readonly priors: Centres;
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
  const clustering = await divide(located, inTheWorld, reading.lastFit, circumstances);
  const clusters = gatherClusters(located, clustering);
  const interests = describeClusters(clusters, reading, circumstances);
  const fitted = assignFitted(clusters, interests);
  return { interests, assignments: assignPages(pages, fitted, { ...reading, centres, interests }), centres };
}

function divide(
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

function assignFitted(
  clusters: readonly PassageCluster[],
  interests: readonly Interest[],
): Map<string, string> {
  return new Map(
    interests.flatMap(({ id }, i) => (clusters[i]?.members ?? []).map(({ passage }) => [passage.id, id])),
  );
}

/** Fitted passages stay where k-means put them, the others follow their page. */
function assignPages(
  pages: readonly PageGroup[],
  fitted: ReadonlyMap<string, string>,
  known: Omit<PageToAssign, 'passages'>,
): Map<string, string> {
  return new Map(
    pages.flatMap(({ passages }) =>
      passages.some(({ id }) => fitted.has(id))
        ? [...followNeighbours(passages, fitted)]
        : [...assignToInterests({ ...known, passages })],
    ),
  );
}
