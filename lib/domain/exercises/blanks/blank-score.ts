import { mentionsKey } from '../gate/leak';
import type { QualityTerms } from '../model';
import { isWord, type TaggedSentence } from '../tagged-sentence';
import type { Blank } from './blank';
import { isDefined, isSubject } from './blank-role';
import type { KeyTerm } from './key-terms';
import { isTelling } from './telling';

/** What is known of a blank beyond its sentence. */
export interface BlankContext {
  readonly keyTerm: KeyTerm | undefined;
  /** Title of the page, which a learner may see beside the exercise. */
  readonly title: string;
  /** Share of the learner's pages that name the key term, 0 to 1; 0 while few pages are known. */
  readonly commonness: number;
}

export interface BlankScore {
  /** Worth of asking for this span; about 0 for any noun, above 1 for a key term of the page. */
  readonly score: number;
  readonly terms: QualityTerms;
}

/** Blanks below this are not worth a learner's time. */
export const LEAST_BLANK_SCORE = 0.6;

const WEIGHTS = {
  keyTerm: 1.2,
  keyTermInside: 0.25,
  name: 0.5,
  number: 0.8,
  specific: 0.3,
  subject: 0.4,
  defined: 0.6,
  common: -1.2,
  inTitle: -0.5,
  longKey: -0.5,
} as const;

/** A key longer than this is long, in words (English) or characters (Chinese). */
const LONG_KEY = { en: 3, zh: 9 } as const;
const SPECIFIC_CHARACTERS = 4;

const PROPER_TAG = /^(?:PROPN|n[rst])$/;

/**
 * A plain score: key terms of the page, names, and numbers with a unit or a date, better where the sentence says what they
 * are. Absent for a span that asks for a word anyone could fill in with something else
 * ("ways", "许多问题"), and for a name in the title of the page, which anyone would guess.
 */
export function scoreBlank(
  sentence: TaggedSentence,
  blank: Blank,
  context: BlankContext,
): BlankScore | undefined {
  const { keyTerm, title, commonness } = context;
  if (!isTelling(sentence, blank, keyTerm)) return undefined;
  const isInTitle = mentionsKey(title, blank.text, sentence.lang);
  if (isInTitle && (blank.kind === 'name' || PROPER_TAG.test(keyTerm?.keyphrase.headTag ?? '')))
    return undefined;
  const length = lengthOf(blank, sentence.lang);
  const features: Record<keyof typeof WEIGHTS, number> = {
    keyTerm: keyTerm?.isWhole ? keyTerm.strength : 0,
    keyTermInside: keyTerm && !keyTerm.isWhole ? keyTerm.strength : 0,
    name: Number(blank.kind === 'name'),
    number: Number(blank.kind === 'number'),
    specific: Number(blank.kind === 'term' && isSpecific(blank, sentence.lang)),
    subject: Number((keyTerm !== undefined || blank.kind === 'name') && isSubject(sentence, blank)),
    defined: Number(isDefined(sentence, blank)),
    common: commonness,
    inTitle: Number(isInTitle),
    longKey: Number(length > LONG_KEY[sentence.lang]),
  };
  const terms = Object.entries(WEIGHTS).map(
    ([name, weight]) => [name, weight * features[name as keyof typeof WEIGHTS]] as const,
  );
  return {
    score: terms.reduce((sum, [, value]) => sum + value, 0),
    terms: Object.fromEntries(terms.filter(([, value]) => value !== 0)),
  };
}

function lengthOf({ text, tokens }: Blank, lang: TaggedSentence['lang']): number {
  return lang === 'zh' ? [...text].length : tokens.filter(isWord).length;
}

/** Terms of several words or many characters rarely have a rival that fits as well. */
function isSpecific(blank: Blank, lang: TaggedSentence['lang']): boolean {
  return lang === 'zh' ? lengthOf(blank, lang) >= SPECIFIC_CHARACTERS : /[\s-]/.test(blank.text);
}
