import type { Language } from '../text/language';
import type { Tagger } from '../text/token';
import type { Candidate, CandidateRules } from './candidate';
import { CHINESE_RULES } from './chinese-rules';
import { ENGLISH_RULES } from './english-rules';
import { findCandidates, type TermPassage } from './find-candidates';
import type { Keyphrase } from './model';
import { demoteNestedTerms } from './nested-terms';
import { type Formula, scoreOnPage } from './page-formula';

/** Candidates that are compared with each other, and those that are worth word vectors. */
const COMPARED = 200;
const MOST_PROMISING = 40;

const RULES: Record<Language, CandidateRules> = { en: ENGLISH_RULES, zh: CHINESE_RULES };

export interface PageTexts {
  readonly lang: Language;
  readonly title: string;
  /** Passages of that language in page order, without code and formulas. */
  readonly passages: readonly TermPassage[];
}

/** The candidates of a page that may become key terms, before their meaning is looked at. */
export interface PromisingTerms {
  readonly lang: Language;
  readonly candidates: readonly Candidate[];
  readonly isInTitle: (candidate: Candidate) => boolean;
}

/** Finds the terms of a page and keeps the forty that promise most by frequency, place and form. */
export function findPromisingTerms(
  page: PageTexts,
  tagger: Tagger,
  formula: Formula = scoreOnPage,
): PromisingTerms {
  const rules = RULES[page.lang];
  const candidates = findCandidates(page.passages, tagger, rules);
  const titleKeys = new Set(
    findCandidates([{ id: '', text: page.title }], tagger, rules).map(({ key }) => key),
  );
  const isInTitle = (candidate: Candidate) => titleKeys.has(candidate.key);
  const compared = sortByScore(candidates, (candidate) =>
    formula(candidate, { inTitle: isInTitle(candidate), similarity: undefined }),
  ).slice(0, COMPARED);
  return {
    lang: page.lang,
    candidates: demoteNestedTerms(compared, page.lang).slice(0, MOST_PROMISING),
    isInTitle,
  };
}

/**
 * The key terms of a page, best first.
 *
 * @param similarityOf closeness of a candidate to the page's meaning; without it form, frequency and place decide
 */
export function chooseKeyphrases(
  { lang, candidates, isInTitle }: PromisingTerms,
  limit: number,
  similarityOf: (candidate: Candidate) => number | undefined = () => undefined,
  formula: Formula = scoreOnPage,
): Keyphrase[] {
  const scoreOf = (candidate: Candidate) =>
    formula(candidate, { inTitle: isInTitle(candidate), similarity: similarityOf(candidate) });
  const ranked = demoteNestedTerms(sortByScore(candidates, scoreOf), lang);
  return ranked.slice(0, limit).map((candidate) => ({
    key: candidate.key,
    label: candidate.label,
    forms: candidate.forms,
    headTag: candidate.headTag,
    score: scoreOf(candidate),
    spans: candidate.spans,
  }));
}

function sortByScore(
  candidates: readonly Candidate[],
  scoreOf: (candidate: Candidate) => number,
): Candidate[] {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate) }));
  return scored.sort((a, b) => b.score - a.score).map(({ candidate }) => candidate);
}
