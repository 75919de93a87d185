import type { Language } from '../text/language';
import type { Tagger } from '../text/token';
import type { Candidate } from './candidate';
import type { CandidateContext } from './features';
import { findCandidates } from './find-candidates';
import { rulesFor } from './language-rules';
import { holdsKey } from './nested-terms';
import { type Background, measureRarity } from './term-rarity';

/** What surrounds the candidates of a page. */
export interface PageSurroundings {
  readonly lang: Language;
  readonly title: string;
  readonly background: Background;
  /** Whether candidates inside candidates are counted, which takes quadratic time: for short texts only. */
  readonly countsNested: boolean;
}

/** Makes the description of what is known of a candidate, except its similarity to the page. */
export function describeContext(
  found: readonly Candidate[],
  { lang, title, background, countsNested }: PageSurroundings,
  tagger: Tagger,
): (candidate: Candidate) => Omit<CandidateContext, 'similarity'> {
  const inTitle = new Set(
    findCandidates([{ id: '', text: title }], tagger, rulesFor(lang)).map(({ key }) => key),
  );
  const keys = countsNested ? found.map(({ key }) => key) : [];
  return (candidate) => {
    const { key } = candidate;
    const rarity = measureRarity(candidate, background);
    return {
      inTitle: inTitle.has(key),
      rarity: rarity.term,
      wordRarity: rarity.words,
      partCount: keys.filter((other) => holdsKey(key, other, lang)).length,
      wholeCount: keys.filter((other) => holdsKey(other, key, lang)).length,
    };
  };
}
