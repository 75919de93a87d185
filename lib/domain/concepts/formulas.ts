import type { Language } from '../text/language';
import { blendFormulas, type Formula } from './features';

/**
 * For whole pages in both languages: often named, early, standing alone, close in meaning to the page. Fitted on Wikipedia
 * articles in English and Chinese and on titles of English pages.
 */
export const PAGE_FORMULA: Formula = {
  withVectors: {
    wholeRun: 0.7,
    logFrequency: 1.6,
    logPosition: -0.2,
    inTitle: 1,
    similarity: 4.5,
    bias: -4.9,
  },
  withoutVectors: { wholeRun: 0.7, logFrequency: 1.6, logPosition: -0.2, inTitle: 1, bias: -4.2 },
};

/**
 * For single paragraphs and abstracts, where most terms are named once: their form and neighbours count more than their
 * frequency. Log-odds, fitted on SemEval-2017 task 10 (Augenstein et al. 2017) and on CSL (Li et al. 2022).
 */
export const PASSAGE_FORMULAS: Readonly<Record<Language, Formula>> = {
  en: {
    withVectors: {
      wholeRun: 1.8,
      acronym: 0.82,
      capital: 1.05,
      properNoun: -0.66,
      endsClause: 0.66,
      followsGrammar: 0.46,
      oneWord: -0.64,
      rarity: 1.95,
      similarity: 7.3,
      bias: -5.84,
    },
    withoutVectors: {
      wholeRun: 1.62,
      acronym: 0.9,
      capital: 1.04,
      properNoun: -0.64,
      endsClause: 0.74,
      followsGrammar: 0.61,
      oneWord: -0.45,
      rarity: 2.77,
      bias: -5.51,
    },
  },
  zh: {
    withVectors: {
      wholeRun: 0.76,
      logFrequency: -0.7,
      rarity: 6.94,
      wordRarity: -0.83,
      frequencyByRarity: 1.03,
      branching: 1.07,
      twoChars: -0.67,
      fourChars: 0.52,
      inTitle: 1.11,
      logWholeCount: -0.15,
      partCount: -0.32,
      similarity: 4.76,
      bias: -10.49,
    },
    withoutVectors: {
      wholeRun: 0.76,
      logFrequency: -0.31,
      rarity: 8.77,
      wordRarity: -0.41,
      frequencyByRarity: 0.81,
      branching: 1.23,
      twoChars: -0.73,
      fourChars: 0.44,
      inTitle: 1.46,
      logWholeCount: -0.1,
      partCount: -0.38,
      bias: -11.63,
    },
  },
};

/** Lengths between which the passage formula gives way to the page formula: words in English, characters in Chinese. */
const SWITCH: Readonly<Record<Language, readonly [number, number]>> = { en: [200, 400], zh: [400, 800] };

/** The formula for a text of that length. */
export function formulaFor(lang: Language, length: number): Formula {
  return blendFormulas(PASSAGE_FORMULAS[lang], PAGE_FORMULA, pageShare(lang, length));
}

/** How much a text of that length is a page rather than a passage, 0 to 1. */
export function pageShare(lang: Language, length: number): number {
  const [low, high] = SWITCH[lang];
  return Math.min(1, Math.max(0, Math.log(Math.max(1, length) / low) / Math.log(high / low)));
}
