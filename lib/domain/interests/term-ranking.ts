import type { Language } from '../text/language';
import { termsFinder } from './contains-term';
import type { PassageTerm } from './model';

/** A term of a cluster; the score only compares terms of the same language. */
export interface RankedTerm {
  readonly conceptId: string;
  readonly label: string;
  readonly score: number;
}

export type TermsByLanguage = Partial<Record<Language, readonly RankedTerm[]>>;

/** Where a passage that was fitted belongs. */
export interface FittedPlace {
  readonly cluster: number;
  /** Title of its page. */
  readonly title: string;
}

/**
 * Ranks the terms of each cluster by class-based TF-IDF (Grootendorst 2022): the share of the term among all terms of
 * the cluster, times `ln(1 + A / f)`, with `A` the mean number of terms of a cluster and `f` that of this term over
 * all clusters. A term counts once a passage, so that one long passage does not name a cluster, and up to twice as much
 * when it is in the title of the pages.
 *
 * @param places where each passage belongs; terms of other passages are ignored
 * @returns terms of each cluster, best first
 */
export function rankTerms(
  passageTerms: readonly PassageTerm[],
  places: ReadonlyMap<string, FittedPlace>,
  clusterCount: number,
): TermsByLanguage[] {
  const ranked: TermsByLanguage[] = Array.from({ length: clusterCount }, () => ({}));
  for (const lang of ['en', 'zh'] as const) {
    const clusters = countTerms(
      passageTerms.filter((term) => term.lang === lang),
      places,
      clusterCount,
    );
    rankCounted(clusters).forEach((terms, cluster) => {
      if (terms.length > 0) ranked[cluster] = { ...ranked[cluster], [lang]: terms };
    });
  }
  return ranked;
}

interface CountedCluster {
  /** Number of passages that mention each term. */
  readonly counts: Map<string, { readonly term: PassageTerm; count: number }>;
  /** Passages with terms, by the title of their page. */
  readonly passagesByTitle: Map<string, Set<string>>;
}

function countTerms(
  passageTerms: readonly PassageTerm[],
  places: ReadonlyMap<string, FittedPlace>,
  clusterCount: number,
): CountedCluster[] {
  const clusters = Array.from(
    { length: clusterCount },
    (): CountedCluster => ({ counts: new Map(), passagesByTitle: new Map() }),
  );
  for (const term of passageTerms) {
    const place = places.get(term.passageId);
    const cluster = place && clusters[place.cluster];
    if (!cluster) continue;
    const counted = cluster.counts.get(term.conceptId);
    if (counted) counted.count++;
    else cluster.counts.set(term.conceptId, { term, count: 1 });
    const passages = cluster.passagesByTitle.get(place.title) ?? new Set();
    cluster.passagesByTitle.set(place.title, passages.add(term.passageId));
  }
  return clusters;
}

function rankCounted(clusters: readonly CountedCluster[]): RankedTerm[][] {
  const totals = clusters.map(({ counts }) => sum(Array.from(counts.values(), ({ count }) => count)));
  const meanTotal = sum(totals) / Math.max(1, clusters.length);
  const everywhere = new Map<string, number>();
  for (const { counts } of clusters)
    for (const [id, { count }] of counts) everywhere.set(id, (everywhere.get(id) ?? 0) + count);
  return clusters.map((cluster, i) => {
    const titleShare = titleShares(cluster);
    const ranked = Array.from(cluster.counts, ([conceptId, { term, count }]) => {
      const rarity = Math.log(1 + meanTotal / (everywhere.get(conceptId) ?? count));
      const score = (count / (totals[i] ?? count)) * rarity * (1 + titleShare(term));
      return { conceptId, label: term.label, score };
    });
    return ranked.sort(byScore);
  });
}

/** Tells the share of the passages that stand under a title which holds the term. */
function titleShares({ passagesByTitle }: CountedCluster): (term: PassageTerm) => number {
  const find = termsFinder([...passagesByTitle.keys()]);
  const sizes = Array.from(passagesByTitle.values(), ({ size }) => size);
  const all = sum(sizes);
  return ({ forms }) => {
    const found = forms.map(find);
    const under = sizes.filter((_, title) => found.some((titles) => titles[title]));
    return all === 0 ? 0 : sum(under) / all;
  };
}

function byScore(a: RankedTerm, b: RankedTerm): number {
  return b.score - a.score || (a.conceptId < b.conceptId ? -1 : 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
