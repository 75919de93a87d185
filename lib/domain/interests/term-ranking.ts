import type { Language } from '../text/language';
import type { PassageTerm } from './model';

/** A term of a cluster; the score only compares terms of the same language. */
export interface RankedTerm {
  readonly conceptId: string;
  readonly label: string;
  readonly score: number;
}

export type TermsByLanguage = Partial<Record<Language, readonly RankedTerm[]>>;

/**
 * Ranks the terms of each cluster by class-based TF-IDF (Grootendorst 2022): the share of the term among all terms of
 * the cluster, times `ln(1 + A / f)`, with `A` the mean number of terms of a cluster and `f` that of this term over
 * all clusters. A term counts once a passage, so that one long passage does not name a cluster.
 *
 * @param clusterOf cluster of each passage, from 0; terms of other passages are ignored
 * @returns terms of each cluster, best first
 */
export function rankTerms(
  passageTerms: readonly PassageTerm[],
  clusterOf: ReadonlyMap<string, number>,
  clusterCount: number,
): TermsByLanguage[] {
  const ranked: TermsByLanguage[] = Array.from({ length: clusterCount }, () => ({}));
  for (const lang of ['en', 'zh'] as const) {
    const own = passageTerms.filter((term) => term.lang === lang);
    rankLanguage(own, clusterOf, clusterCount).forEach((terms, cluster) => {
      if (terms.length > 0) ranked[cluster] = { ...ranked[cluster], [lang]: terms };
    });
  }
  return ranked;
}

function rankLanguage(
  passageTerms: readonly PassageTerm[],
  clusterOf: ReadonlyMap<string, number>,
  clusterCount: number,
): RankedTerm[][] {
  const counts = Array.from({ length: clusterCount }, () => new Map<string, number>());
  const overall = new Map<string, { label: string; count: number }>();
  for (const { passageId, conceptId, label } of passageTerms) {
    const own = counts[clusterOf.get(passageId) ?? -1];
    if (!own) continue;
    own.set(conceptId, (own.get(conceptId) ?? 0) + 1);
    overall.set(conceptId, { label, count: (overall.get(conceptId)?.count ?? 0) + 1 });
  }
  const totals = counts.map((own) => sum(own.values()));
  const meanTotal = sum(totals) / Math.max(1, clusterCount);
  return counts.map((own, cluster) =>
    Array.from(own, ([conceptId, count]) => {
      const { label, count: everywhere } = overall.get(conceptId) ?? { label: conceptId, count };
      const score = (count / (totals[cluster] ?? 1)) * Math.log(1 + meanTotal / everywhere);
      return { conceptId, label, score };
    }).sort(byScore),
  );
}

function byScore(a: RankedTerm, b: RankedTerm): number {
  return b.score - a.score || (a.conceptId < b.conceptId ? -1 : 1);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
