import { dot } from '../../embedding/vector';
import { isUsableDistractor, isVariant } from './distractor-filter';
import { fitForm, type Slot } from './fit-form';
import { type Term, tagClass } from './term';

/** The blank of a choice, with what its options are compared with. */
export interface Question extends Slot {
  readonly after: string;
  /** Tag of the last word of the key. */
  readonly headTag: string;
  readonly kind: 'term' | 'name';
  /** Text of the page: an option that stands in it in the place of the key would be right too. */
  readonly pageText: string;
}

/** Unit vectors, centred within their own kind. */
export interface OptionVectors {
  readonly options: ReadonlyMap<string, Float32Array>;
  readonly key: Float32Array;
  readonly stem: Float32Array;
}

export const MOST_DISTRACTORS = 3;
export const FEWEST_DISTRACTORS = 2;

/** Terms closer than this to the key may mean the same. */
const HIGHEST_KEY_COSINE = 0.7;
/** Terms of the page farther than this are about something else. Names resemble each other more than their bearers do. */
const LOWEST_KEY_COSINE = { term: 0, name: 0.2 } as const;
/** The same for terms that the page does not name, and what their cosines to key and stem must come to. */
const LOWEST_ELSEWHERE = { term: 0.2, name: 0.3, sum: 0.45 } as const;

/** Weights of a conditional logit fitted on human distractors of English science questions; Chinese uses the same. */
const WEIGHTS = { key: 6.48, stem: 6.04, words: -1.05, length: -0.6, suffix: 1.05 } as const;

/** Cosine to an option already chosen that starts to count against a further one. */
const FREE_SIMILARITY = 0.3;

interface RankedOption {
  readonly text: string;
  readonly score: number;
}

/** The terms that could be a wrong option by grammar, form and wording alone, those most like the key in form first. */
export function usableOptions(question: Question, pool: readonly Term[]): string[] {
  const wanted = tagClass(question.headTag, question.key, question.lang);
  const scores = new Map<string, number>();
  for (const term of pool) {
    if (tagClass(term.headTag, term.label, question.lang) !== wanted) continue;
    const text = fitForm(term, question);
    if (text === undefined || !isUsableDistractor(text, question) || fitsElsewhere(text, question)) continue;
    scores.set(text, scoreForm(text, question));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

/** Up to three of the options, best first; none when fewer than two are good, and the exercise is better typed. */
export function chooseDistractors(
  question: Question,
  options: readonly string[],
  vectors?: OptionVectors,
): string[] {
  const ranked = options
    .flatMap((text) => rankOption(text, question, vectors) ?? [])
    .sort((a, b) => b.score - a.score);
  const chosen: RankedOption[] = [];
  while (chosen.length < MOST_DISTRACTORS) {
    const next = bestNext(ranked, chosen, question.lang, vectors);
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen.length < FEWEST_DISTRACTORS ? [] : chosen.map(({ text }) => text);
}

function rankOption(
  text: string,
  question: Question,
  vectors: OptionVectors | undefined,
): RankedOption | undefined {
  const form = scoreForm(text, question);
  const vector = vectors?.options.get(text);
  if (vectors === undefined || vector === undefined) return { text, score: form };
  const keyCosine = dot(vector, vectors.key);
  const stemCosine = dot(vector, vectors.stem);
  const { kind, pageText } = question;
  const isOnPage = pageText.toLowerCase().includes(text.toLowerCase());
  if (keyCosine > HIGHEST_KEY_COSINE || keyCosine < LOWEST_KEY_COSINE[kind]) return undefined;
  const isFar = keyCosine < LOWEST_ELSEWHERE[kind] || keyCosine + stemCosine < LOWEST_ELSEWHERE.sum;
  if (!isOnPage && isFar) return undefined;
  return { text, score: form + WEIGHTS.key * keyCosine + WEIGHTS.stem * stemCosine };
}

function scoreForm(text: string, { key, lang }: Question): number {
  const words = (phrase: string): number =>
    lang === 'zh' ? [...phrase].length : phrase.split(/[\s-]+/).length;
  const suffix = lang === 'zh' ? -1 : -3;
  return (
    WEIGHTS.words * Math.min(3, Math.abs(words(text) - words(key))) +
    WEIGHTS.length * Math.abs(Math.log(text.length / key.length)) +
    WEIGHTS.suffix * Number(text.slice(suffix) === key.slice(suffix))
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
  ranked: readonly RankedOption[],
  chosen: readonly RankedOption[],
  lang: Question['lang'],
  vectors: OptionVectors | undefined,
): RankedOption | undefined {
  let best: RankedOption | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const option of ranked) {
    if (option.score <= bestScore) break;
    if (chosen.some((other) => isVariant(option.text, other.text, lang))) continue;
    const likeness = Math.max(
      0,
      ...chosen.map((other) => cosine(option.text, other.text, vectors) - FREE_SIMILARITY),
    );
    if (option.score - likeness > bestScore) {
      best = option;
      bestScore = option.score - likeness;
    }
  }
  return best;
}

function cosine(text: string, other: string, vectors: OptionVectors | undefined): number {
  const a = vectors?.options.get(text);
  const b = vectors?.options.get(other);
  return a && b ? dot(a, b) : 0;
}
