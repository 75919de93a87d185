import type { QualityTerms } from '../model';
import type { TaggedSentence } from '../tagged-sentence';
import type { Blank } from './blank';
import type { KeyTerm } from './key-terms';
import { isTelling } from './telling';

export interface BlankScore {
  /** Worth of asking for this span; about 0 for any noun, above 1 for a key term of the page. */
  readonly score: number;
  readonly terms: QualityTerms;
}

/** Blanks below this are not worth a learner's time. */
export const LEAST_BLANK_SCORE = 0.5;

const WEIGHTS = {
  keyTerm: 1.6,
  keyTermInside: 0.9,
  name: 0.5,
  number: 0.8,
  longKey: -0.5,
  opening: -0.1,
} as const;

/** Share of the longest usual key, in words (English) or characters (Chinese). */
const LONG_KEY = { en: 3, zh: 9 } as const;

/**
 * A plain score: key terms of the page first, then names, and numbers with a unit or a date. Absent for a span that asks
 * for a word anyone could fill in with something else ("ways", "许多问题").
 */
export function scoreBlank(
  sentence: TaggedSentence,
  blank: Blank,
  keyTerm: KeyTerm | undefined,
): BlankScore | undefined {
  if (!isTelling(sentence, blank, keyTerm)) return undefined;
  const length = sentence.lang === 'zh' ? [...blank.text].length : blank.text.split(/\s+/).length;
  const features: Record<keyof typeof WEIGHTS, number> = {
    keyTerm: keyTerm?.isWhole ? keyTerm.strength : 0,
    keyTermInside: keyTerm && !keyTerm.isWhole ? keyTerm.strength : 0,
    name: blank.kind === 'name' ? 1 : 0,
    number: blank.kind === 'number' ? 1 : 0,
    longKey: length > LONG_KEY[sentence.lang] ? 1 : 0,
    opening: blank.start === 0 ? 1 : 0,
  };
  const terms = Object.entries(WEIGHTS).map(
    ([name, weight]) => [name, weight * features[name as keyof typeof WEIGHTS]] as const,
  );
  return {
    score: terms.reduce((sum, [, value]) => sum + value, 0),
    terms: Object.fromEntries(terms.filter(([, value]) => value !== 0)),
  };
}
