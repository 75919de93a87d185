import type { Language } from '../text/language';
import type { Tagger } from '../text/token';
import type { Candidate } from './candidate';
import { describeContext } from './candidate-context';
import { scoreCandidate } from './features';
import { findCandidates, type TermPassage } from './find-candidates';
import { formulaFor, pageShare } from './formulas';
import { rulesFor } from './language-rules';
import type { Keyphrase } from './model';
import { demoteNestedTerms } from './nested-terms';
import { type Background, NO_BACKGROUND } from './term-rarity';
import { textLength } from './text-length';

/** Candidates that are compared with each other, and those that are worth word vectors. */
const COMPARED = 200;
const MOST_PROMISING = 40;

export interface PageTexts {
  readonly lang: Language;
  readonly title: string;
  /** Passages of that language in page order, without code and formulas. */
  readonly passages: readonly TermPassage[];
  /** What else the learner reads in that language; without it all terms are equally rare. */
  readonly background?: Background;
}

/** The candidates of a page that may become key terms, before their meaning is looked at. */
export interface PromisingTerms {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Orders candidates anew, now with their closeness to the page's meaning, −1 to 1. */
  readonly rank: (
    candidates: readonly Candidate[],
    similarityOf: (candidate: Candidate) => number | undefined,
  ) => readonly ScoredCandidate[];
}

export interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly score: number;
}

/** Finds the terms of a page and keeps the forty that promise most by frequency, place and form. */
export function findPromisingTerms(page: PageTexts, tagger: Tagger): PromisingTerms {
  const { lang, passages, title, background = NO_BACKGROUND } = page;
  const found = findCandidates(passages, tagger, rulesFor(lang));
  const length = textLength(passages, lang);
  const formula = formulaFor(lang, length);
  // In short Chinese texts the parts of a term are often what people name; elsewhere they crowd out other terms.
  const isShortChinese = lang === 'zh' && pageShare(lang, length) < 1;
  const contextOf = describeContext(found, { lang, title, background, countsNested: isShortChinese }, tagger);

  const rank: PromisingTerms['rank'] = (candidates, similarityOf) => {
    const scored = candidates.map((candidate) => {
      const context = { ...contextOf(candidate), similarity: similarityOf(candidate) };
      return { candidate, score: scoreCandidate(candidate, context, formula) };
    });
    const sorted = scored.sort((a, b) => b.score - a.score).slice(0, COMPARED);
    return isShortChinese ? sorted : demoteNestedTerms(sorted, lang);
  };

  const promising = rank(found, () => undefined).slice(0, MOST_PROMISING);
  return { candidates: promising.map(({ candidate }) => candidate), rank };
}

/**
 * The key terms of a page, best first.
 *
 * @param similarityOf closeness of a candidate to the page's meaning; without it form, frequency and place decide
 */
export function chooseKeyphrases(
  { candidates, rank }: PromisingTerms,
  limit: number,
  similarityOf: (candidate: Candidate) => number | undefined = () => undefined,
): Keyphrase[] {
  const chosen = rank(candidates, similarityOf).slice(0, limit);
  return chosen.map(({ candidate: { key, label, forms, tags, spans }, score }) => {
    return { key, label, forms, headTag: tags.at(-1) ?? '', score, spans };
  });
}
