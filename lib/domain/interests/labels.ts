import type { Language } from '../text/language';
import { containsTerm, isKindOf } from './contains-term';
import type { RankedTerm, TermsByLanguage } from './term-ranking';

type Labels = Partial<Record<Language, string>>;

const SEPARATORS: Readonly<Record<Language, string>> = { en: ', ', zh: '、' };

/** A second term joins a label when it says at least this share of what the first one says. */
const SECOND_TERM_SHARE = 0.5;

/** A longer term takes the place of its part when it scores at least this share of it. */
const WHOLE_TERM_SHARE = 0.5;

/**
 * Names each cluster by its one or two best terms, in each language that has terms. No two clusters share a term
 * unless one of them has no other, and the two terms of a label do not contain each other.
 *
 * @param ranked terms of each cluster, best first
 */
export function chooseLabels(ranked: readonly TermsByLanguage[]): Labels[] {
  const labels: Labels[] = ranked.map(() => ({}));
  for (const lang of ['en', 'zh'] as const) {
    const clusters = ranked.map((byLanguage) => byLanguage[lang] ?? []);
    nameClusters(clusters).forEach((terms, cluster) => {
      const own = labels[cluster];
      if (own && terms.length > 0) own[lang] = terms.map(({ label }) => label).join(SEPARATORS[lang]);
    });
  }
  return labels;
}

/** The terms that a label is made of. */
export function termsOfLabel(label: string, lang: Language): string[] {
  return label.split(SEPARATORS[lang]);
}

/** Two rounds, so that every cluster has its first term before any gets a second. */
function nameClusters(clusters: readonly (readonly RankedTerm[])[]): RankedTerm[][] {
  const taken = new Set<string>();
  const take = (term: RankedTerm, terms: readonly RankedTerm[]): RankedTerm => {
    const whole = completeTerm(term, terms, taken);
    taken.add(term.conceptId).add(whole.conceptId);
    return whole;
  };
  const names: RankedTerm[][] = clusters.map(() => []);
  for (const { cluster, term } of bestFirst(clusters)) {
    const own = names[cluster];
    if (own?.length === 0 && !taken.has(term.conceptId)) own.push(take(term, clusters[cluster] ?? []));
  }
  clusters.forEach((terms, cluster) => {
    const [first] = names[cluster] ?? [];
    const best = terms[0];
    if (!first) {
      if (best) names[cluster] = [best];
      return;
    }
    const second = terms.find(
      (term) =>
        term.score >= SECOND_TERM_SHARE * (best?.score ?? 0) &&
        !taken.has(term.conceptId) &&
        !nest(completeTerm(term, terms, taken), first),
    );
    if (second) names[cluster] = [first, take(second, terms)];
  });
  return names;
}

/** All terms of all clusters, so that a term which several want goes to the one for which it scores highest. */
function bestFirst(clusters: readonly (readonly RankedTerm[])[]): { cluster: number; term: RankedTerm }[] {
  const offers = clusters.flatMap((terms, cluster) => terms.map((term) => ({ cluster, term })));
  return offers.sort((a, b) => b.term.score - a.term.score);
}

/** Often a part of a term is mentioned more than the whole: "type" more than "movable type", which says what it is. */
function completeTerm(
  term: RankedTerm,
  terms: readonly RankedTerm[],
  taken: ReadonlySet<string>,
): RankedTerm {
  const whole = terms.find(
    (longer) =>
      longer.score >= WHOLE_TERM_SHARE * term.score &&
      !taken.has(longer.conceptId) &&
      isKindOf(keyOf(longer), keyOf(term)),
  );
  return whole ?? term;
}

function nest(a: RankedTerm, b: RankedTerm): boolean {
  return containsTerm(keyOf(a), keyOf(b)) || containsTerm(keyOf(b), keyOf(a));
}

/** The stemmed form, in which singular and plural are the same. */
function keyOf({ conceptId }: RankedTerm): string {
  return conceptId.slice(conceptId.indexOf(':') + 1);
}
