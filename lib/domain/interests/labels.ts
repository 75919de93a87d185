import type { Language } from '../text/language';
import type { RankedTerm, TermsByLanguage } from './term-ranking';

type Labels = Partial<Record<Language, string>>;

const SEPARATORS: Readonly<Record<Language, string>> = { en: ', ', zh: '、' };

/** A second term joins a label when it says at least this share of what the first one says. */
const SECOND_TERM_SHARE = 0.5;

/**
 * Names each cluster by its one or two best terms, in each language that has terms. No two clusters share a term
 * unless one of them has no other, and the two terms of a label do not contain each other.
 *
 * @param ranked terms of each cluster, best first
 */
export function chooseLabels(ranked: readonly TermsByLanguage[]): Labels[] {
  const labels: Labels[] = ranked.map(() => ({}));
  for (const lang of ['en', 'zh'] as const) {
    const terms = ranked.map((byLanguage) => byLanguage[lang] ?? []);
    const taken = new Set<string>();
    const firsts = chooseFirstTerms(terms, taken);
    firsts.forEach((first, cluster) => {
      const own = labels[cluster];
      if (!first || !own) return;
      const second = chooseSecondTerm(first, terms[cluster] ?? [], taken);
      own[lang] = [first, ...(second ? [second] : [])].map(({ label }) => label).join(SEPARATORS[lang]);
    });
  }
  return labels;
}

/** A term that several clusters want goes to the one for which it scores highest. */
function chooseFirstTerms(
  terms: readonly (readonly RankedTerm[])[],
  taken: Set<string>,
): (RankedTerm | undefined)[] {
  const offers = terms.flatMap((own, cluster) => own.map((term) => ({ cluster, term })));
  offers.sort((a, b) => b.term.score - a.term.score);
  const firsts: (RankedTerm | undefined)[] = terms.map(() => undefined);
  for (const { cluster, term } of offers) {
    if (firsts[cluster] || taken.has(term.conceptId)) continue;
    firsts[cluster] = term;
    taken.add(term.conceptId);
  }
  return firsts.map((first, cluster) => first ?? terms[cluster]?.[0]);
}

function chooseSecondTerm(
  first: RankedTerm,
  terms: readonly RankedTerm[],
  taken: Set<string>,
): RankedTerm | undefined {
  const second = terms.find(
    (term) =>
      term.score >= SECOND_TERM_SHARE * first.score && !taken.has(term.conceptId) && !nest(term, first),
  );
  if (second) taken.add(second.conceptId);
  return second;
}

function nest(a: RankedTerm, b: RankedTerm): boolean {
  const [shorter, longer] = [a.label.toLowerCase(), b.label.toLowerCase()].sort(
    (x, y) => x.length - y.length,
  );
  return (longer ?? '').includes(shorter ?? '');
}
