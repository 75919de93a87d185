import type { Language } from '../text/language';
import type { Tagger } from '../text/token';
import type { Candidate } from './candidate';
import { type CandidateContext, type Formula, scoreCandidate } from './features';
import { findCandidates, type TermPassage } from './find-candidates';
import { formulaFor, pageShare } from './formulas';
import { rulesFor } from './language-rules';
import type { Keyphrase } from './model';
import { demoteNestedTerms, holdsKey } from './nested-terms';
import { type Background, measureRarity, NO_BACKGROUND } from './term-rarity';
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

type ContextOf = (candidate: Candidate) => Omit<CandidateContext, 'similarity'>;

/** The candidates of a page that may become key terms, before their meaning is looked at. */
export interface PromisingTerms {
  readonly candidates: readonly Candidate[];
  readonly contextOf: ContextOf;
  readonly formula: Formula;
  /** Puts terms that are only parts of others behind them, where the length of the text makes that wise. */
  readonly settleNested: (ranked: readonly Candidate[]) => readonly Candidate[];
}

/** Finds the terms of a page and keeps the forty that promise most by frequency, place and form. */
export function findPromisingTerms(page: PageTexts, tagger: Tagger): PromisingTerms {
  const { lang, passages, title } = page;
  const found = findCandidates(passages, tagger, rulesFor(lang));
  const length = textLength(passages, lang);
  const formula = formulaFor(lang, length);
  const titleKeys = new Set(
    findCandidates([{ id: '', text: title }], tagger, rulesFor(lang)).map(({ key }) => key),
  );
  const contextOf = describeContext(found, titleKeys, page.background ?? NO_BACKGROUND, lang);
  // In short Chinese texts the parts are often the terms that people name.
  const settles = lang === 'en' || pageShare(lang, length) === 1;
  const settleNested = (ranked: readonly Candidate[]) => (settles ? demoteNestedTerms(ranked, lang) : ranked);
  const compared = rank(found, (candidate) =>
    scoreCandidate(candidate, { ...contextOf(candidate), similarity: undefined }, formula),
  ).slice(0, COMPARED);
  return { candidates: settleNested(compared).slice(0, MOST_PROMISING), contextOf, formula, settleNested };
}

/**
 * The key terms of a page, best first.
 *
 * @param similarityOf closeness of a candidate to the page's meaning; without it form, frequency and place decide
 */
export function chooseKeyphrases(
  { candidates, contextOf, formula, settleNested }: PromisingTerms,
  limit: number,
  similarityOf: (candidate: Candidate) => number | undefined = () => undefined,
): Keyphrase[] {
  const scoreOf = (candidate: Candidate) =>
    scoreCandidate(candidate, { ...contextOf(candidate), similarity: similarityOf(candidate) }, formula);
  const chosen = settleNested(rank(candidates, scoreOf)).slice(0, limit);
  return chosen.map((candidate) => ({
    key: candidate.key,
    label: candidate.label,
    forms: candidate.forms,
    headTag: candidate.tags.at(-1) ?? '',
    score: scoreOf(candidate),
    spans: candidate.spans,
  }));
}

function describeContext(
  found: readonly Candidate[],
  titleKeys: ReadonlySet<string>,
  background: Background,
  lang: Language,
): ContextOf {
  return (candidate) => {
    const { key } = candidate;
    const rarity = measureRarity(candidate, background);
    return {
      inTitle: titleKeys.has(key),
      rarity: rarity.term,
      wordRarity: rarity.words,
      partCount: found.filter((other) => holdsKey(key, other.key, lang)).length,
      wholeCount: found.filter((other) => holdsKey(other.key, key, lang)).length,
    };
  };
}

function rank(candidates: readonly Candidate[], scoreOf: (candidate: Candidate) => number): Candidate[] {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate) }));
  return scored.sort((a, b) => b.score - a.score).map(({ candidate }) => candidate);
}
