import { type Centres, centresFor } from '../embedding/centring';
import type { Embedding } from '../embedding/model';
import type { EpochMs } from '../shared/clock';
import { assignToInterests, followNeighbours, type PageToAssign } from './assign';
import { onlyChosen } from './choose-for-fit';
import { describeClusters, type KnownReading } from './describe-clusters';
import { fitClusters } from './fit-clusters';
import { type Clustering, giveWay, type Patience } from './k-means';
import { type LocatedPassage, locatePassages } from './locate';
import type { Interest, InterestFit, PassagePlace } from './model';
import { FEWEST_PASSAGES } from './needs-refit';
import { groupByPage, type PageGroup } from './page-groups';
import { shapesInterests } from './participation';
import { gatherClusters, type PassageCluster } from './passage-cluster';
import { readingMeans } from './reading-means';
import { unityOf, WORLD_WEIGHT } from './unity';

/** Everything that was read, and what earlier fits made of it. */
export interface ReadingToFit extends KnownReading {
  readonly places: readonly PassagePlace[];
  readonly vectors: ReadonlyMap<string, Embedding>;
  /** Passages that the clusters are made of, as `chooseForFit` chose them; all when absent. */
  readonly chosen?: ReadonlySet<string>;
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
  const fittedPages = onlyChosen(pages, reading.chosen);
  const located = locatePassages(fittedPages, reading.vectors, centres);
  if (located.length < FEWEST_PASSAGES) return { interests: [], assignments: new Map(), centres };
  await giveWay(circumstances);
  const world = centresFor(reading.priors, means, WORLD_WEIGHT);
  const unity = unityOf(locatePassages(fittedPages, reading.vectors, world).map(({ point }) => point));
  await giveWay(circumstances);
  const clustering = await divide(located, unity, reading.lastFit, circumstances);
  const clusters = gatherClusters(located, clustering);
  const interests = describeClusters(clusters, reading, circumstances);
  await giveWay(circumstances);
  const placed = assignFitted(clusters, interests);
  const known = { vectors: reading.vectors, centres, interests, placed };
  return { interests, assignments: await assignPages(pages, known, circumstances), centres };
}

function divide(
  located: readonly LocatedPassage[],
  unity: number,
  lastFit: InterestFit | undefined,
  patience: Patience,
): Promise<Clustering> {
  const sizes = new Map<string, number>();
  for (const { page } of located) sizes.set(page.pageId, (sizes.get(page.pageId) ?? 0) + 1);
  const points = {
    points: located.map(({ point }) => point),
    pageSizes: [...sizes.values()],
    unity,
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

/** Fitted passages stay where k-means put them, others go to the nearest centroid or follow their page. */
async function assignPages(
  pages: readonly PageGroup[],
  known: Omit<PageToAssign, 'passages'> & Required<Pick<PageToAssign, 'placed'>>,
  patience: Patience,
): Promise<Map<string, string>> {
  const { vectors, placed } = known;
  const assignments = new Map<string, string>();
  for (const { passages } of pages) {
    const isSettled =
      passages.some(({ id }) => placed.has(id)) &&
      passages.every(
        (passage) => placed.has(passage.id) || !vectors.has(passage.id) || !shapesInterests(passage),
      );
    const assigned = isSettled
      ? followNeighbours(passages, placed)
      : assignToInterests({ ...known, passages });
    for (const [id, interestId] of assigned) assignments.set(id, interestId);
    await giveWay(patience);
  }
  return assignments;
}
