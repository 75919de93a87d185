import { MODEL_ID } from '../embedding/model';
import type { Passage } from '../reading/model';
import type { EpochMs } from '../shared/clock';
import { traceLineage } from './identity';
import { chooseLabels } from './labels';
import { chooseMedoid } from './medoid';
import type { Interest, PassageTerm } from './model';
import { writtenLanguages } from './participation';
import type { PassageCluster } from './passage-cluster';
import { type FittedPlace, rankTerms, type TermsByLanguage } from './term-ranking';

/** What earlier fits and the analysis of pages know about the passages. */
export interface KnownReading {
  readonly passages: readonly Passage[];
  readonly terms: readonly PassageTerm[];
  readonly interests: readonly Interest[];
}

/**
 * Gives each cluster the identity of the interest that it continues, a label in each language that it is written in, and
 * an example sentence.
 */
export function describeClusters(
  clusters: readonly PassageCluster[],
  { passages, terms, interests }: KnownReading,
  { newId, now }: { readonly newId: () => string; readonly now: EpochMs },
): Interest[] {
  const lineages = traceLineage(
    clusters,
    interests.filter(({ modelId }) => modelId === MODEL_ID),
    new Map(passages.flatMap(({ id, interestId }) => (interestId ? [[id, interestId] as const] : []))),
  );
  const ranked = rankTerms(terms, placesOf(clusters), clusters.length).map((byLanguage, i) =>
    inLanguagesOf(clusters[i]?.members ?? [], byLanguage),
  );
  const labels = chooseLabels(ranked);
  return clusters.map(({ centroid, members }, i) => {
    const { continues, parentIds } = lineages[i] ?? { parentIds: [] };
    const medoid = chooseMedoid(members, centroid, ranked[i] ?? {});
    return {
      id: continues?.id ?? newId(),
      modelId: MODEL_ID,
      centroid,
      labels: labels[i] ?? {},
      passageCount: members.length,
      ...(medoid && { medoid }),
      parentIds,
      createdAt: continues?.createdAt ?? now,
      updatedAt: now,
    };
  });
}

function inLanguagesOf(members: PassageCluster['members'], terms: TermsByLanguage): TermsByLanguage {
  const languages = writtenLanguages(members.map(({ passage }) => passage));
  return {
    ...(terms.en && languages.has('en') && { en: terms.en }),
    ...(terms.zh && languages.has('zh') && { zh: terms.zh }),
  };
}

function placesOf(clusters: readonly PassageCluster[]): Map<string, FittedPlace> {
  return new Map(
    clusters.flatMap(({ members }, cluster) =>
      members.map(({ passage, page }) => [passage.id, { cluster, title: page.title }] as const),
    ),
  );
}
