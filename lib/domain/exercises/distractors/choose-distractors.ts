import { dot } from '../../embedding/vector';
import { isUsableDistractor, isVariant } from './distractor-filter';
import { fitForm, isPlural, type Slot } from './fit-form';
import { type Term, tagClass } from './term';

/** The blank of a choice, with what its options are compared with. */
export interface Question extends Slot {
  readonly after: string;
  /** Tag of the last word of the key. */
  readonly headTag: string;
  /** Text of the page: an option that stands in it in the place of the key would be right too. */
  readonly pageText: string;
}

/** Unit vectors, centred within their own kind. */
export interface TermVectors {
  readonly terms: ReadonlyMap<string, Float32Array>;
  readonly key: Float32Array;
  readonly stem: Float32Array;
}

export const MOST_DISTRACTORS = 3;
export const FEWEST_DISTRACTORS = 2;

/** Terms closer than this to the key may mean the same. */
const HIGHEST_KEY_COSINE = 0.7;

/** Weights of a conditional logit fitted on human distractors of English science questions; Chinese uses the same. */
const WEIGHTS = {
  key: 6.48,
  stem: 6.04,
  tag: 0.82,
  words: -1.05,
  length: -0.6,
  suffix: 1.05,
  plural: 1.27,
} as const;

/** Cosine to an option already chosen that starts to count against a further one. */
const FREE_SIMILARITY = 0.3;

interface Option {
  readonly text: string;
  readonly id: string;
  readonly score: number;
}

/** Up to three wrong options, best first; fewer than two means that the exercise is better typed. */
export function chooseDistractors(
  question: Question,
  pool: readonly Term[],
  vectors?: TermVectors,
): string[] {
  const ranked = pool
    .flatMap((term) => optionOf(term, question, vectors) ?? [])
    .sort((a, b) => b.score - a.score);
  const chosen: Option[] = [];
  while (chosen.length < MOST_DISTRACTORS) {
    const next = bestNext(ranked, chosen, question.lang, vectors);
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen.length < FEWEST_DISTRACTORS ? [] : chosen.map(({ text }) => text);
}

function optionOf(term: Term, question: Question, vectors: TermVectors | undefined): Option | undefined {
  const text = fitForm(term, question);
  if (text === undefined || !isUsableDistractor(text, question) || fitsElsewhere(text, question))
    return undefined;
  if (tagClass(term.headTag, question.lang) !== tagClass(question.headTag, question.lang)) return undefined;
  const vector = vectors?.terms.get(term.id);
  const keyCosine = vector && vectors ? dot(vector, vectors.key) : 0;
  if (keyCosine > HIGHEST_KEY_COSINE) return undefined;
  const stemCosine = vector && vectors ? dot(vector, vectors.stem) : 0;
  return { text, id: term.id, score: scoreOption(text, question, keyCosine, stemCosine) };
}

function scoreOption(text: string, { key, lang }: Question, keyCosine: number, stemCosine: number): number {
  const words = (phrase: string): number =>
    lang === 'zh' ? [...phrase].length : phrase.split(/[\s-]+/).length;
  const suffix = lang === 'zh' ? -1 : -3;
  return (
    WEIGHTS.key * keyCosine +
    WEIGHTS.stem * stemCosine +
    WEIGHTS.tag +
    WEIGHTS.words * Math.min(3, Math.abs(words(text) - words(key))) +
    WEIGHTS.length * Math.abs(Math.log(text.length / key.length)) +
    WEIGHTS.suffix * Number(text.slice(suffix) === key.slice(suffix)) +
    WEIGHTS.plural * Number(lang === 'en' && isPlural(text) === isPlural(key))
  );
}

/** Whether the page itself puts the option where the key stands: before the same two words or after them. */
function fitsElsewhere(option: string, { before, after, pageText, lang }: Question): boolean {
  const length = lang === 'zh' ? 4 : 12;
  const left = before.slice(-length);
  const right = after.slice(0, length);
  return (
    (left.length === length && pageText.includes(left + option)) ||
    (right.length === length && pageText.includes(option + right))
  );
}

/** The best option that is no variant of a chosen one, discounted by its likeness to those. */
function bestNext(
  ranked: readonly Option[],
  chosen: readonly Option[],
  lang: Question['lang'],
  vectors: TermVectors | undefined,
): Option | undefined {
  let best: Option | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const option of ranked) {
    if (option.score <= bestScore) break;
    if (chosen.some((other) => isVariant(option.text, other.text, lang))) continue;
    const likeness = Math.max(
      0,
      ...chosen.map((other) => cosine(option.id, other.id, vectors) - FREE_SIMILARITY),
    );
    if (option.score - likeness > bestScore) {
      best = option;
      bestScore = option.score - likeness;
    }
  }
  return best;
}

function cosine(id: string, other: string, vectors: TermVectors | undefined): number {
  const a = vectors?.terms.get(id);
  const b = vectors?.terms.get(other);
  return a && b ? dot(a, b) : 0;
}
