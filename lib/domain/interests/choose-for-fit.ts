import type { Passage } from '../reading/model';
import type { PassagePlace } from './model';
import { groupByPage, type PageGroup } from './page-groups';
import { shapesInterests } from './participation';
import { sampleEvenly } from './ward-start';

/** Clusters of more points than this are hardly other clusters, and take longer than a slice of work may. */
const MOST_FITTED = 20_000;

/**
 * The passages that the clusters are made of: all that shape interests, or of very many so many that are spread evenly over
 * the pages, each page giving its share. The others are assigned to the nearest cluster.
 */
export function chooseForFit(
  passages: readonly Passage[],
  places: readonly PassagePlace[],
  most: number = MOST_FITTED,
): Set<string> {
  const shaping = groupByPage(passages, places).flatMap((page) => page.passages.filter(shapesInterests));
  return new Set(sampleEvenly(shaping, most).map(({ id }) => id));
}

/** Pages with those of their passages that were chosen. */
export function onlyChosen(pages: readonly PageGroup[], chosen?: ReadonlySet<string>): readonly PageGroup[] {
  if (!chosen) return pages;
  return pages.map((page) => ({ ...page, passages: page.passages.filter(({ id }) => chosen.has(id)) }));
}
