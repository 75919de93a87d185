import { normalise } from '@/lib/domain/embedding/vector';
import type { ReadingToFit } from '@/lib/domain/interests/fit-interests';
import type { PassagePlace, PassageTerm } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';
import { createSeededRandom, type Random } from '@/lib/domain/shared/random';
import type { Language } from '@/lib/domain/text/language';
import { buildPassage } from './study-rows';

const DIMENSION = 48;
const LANGUAGE_WEIGHT = 3;
const SUBJECT_WEIGHT = 1;
const NOISE_WEIGHT = 0.8;

const TEXTS: Readonly<Record<Language, (subject: string) => string>> = {
  en: (subject) => `This sentence says something that is worth knowing about ${subject} today.`,
  zh: (subject) => `这一句话讲的是关于${subject}的一件值得知道的事情。`,
};

/** A page to make up: its passages lie around the direction of the subject, seen from the language. */
export interface PageSketch {
  readonly page: string;
  readonly lang: Language;
  readonly subject: string;
  readonly passages: number;
}

/** A direction that depends on the name only. */
export function directionOf(name: string, dimension = DIMENSION): Float32Array {
  return randomDirection(createSeededRandom(seedOf(name)), dimension);
}

/**
 * Reading whose vectors behave like those of the model: the language dominates, the subject comes second, and each
 * passage has noise of its own. A page keeps its vectors when it grows and when other pages come.
 */
export function makeReading(sketches: readonly PageSketch[]): ReadingToFit {
  const passages: Passage[] = [];
  const places: PassagePlace[] = [];
  const terms: PassageTerm[] = [];
  const vectors = new Map<string, Float32Array>();
  for (const { page, lang, subject, passages: count } of sketches) {
    const random = createSeededRandom(seedOf(page));
    for (let order = 0; order < count; order++) {
      const passage = buildPassage({ id: `${page}#${order}`, lang, text: TEXTS[lang](subject) });
      passages.push(passage);
      places.push({ passageId: passage.id, pageId: page, pageTitle: subject, order });
      vectors.set(passage.id, makeVector(lang, subject, random));
      terms.push(makeTerm(passage.id, lang, subject), makeTerm(passage.id, lang, 'thing'));
    }
  }
  const priors = { en: languageMean('en'), zh: languageMean('zh') };
  return { passages, places, terms, vectors, priors, interests: [] };
}

function seedOf(name: string): number {
  return Array.from(name).reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) | 0, 7);
}

function makeTerm(passageId: string, lang: Language, label: string): PassageTerm {
  return { passageId, conceptId: `${lang}:${label}`, lang, label, forms: [label] };
}

function makeVector(lang: Language, subject: string, random: Random): Float32Array {
  const noise = randomDirection(random, DIMENSION);
  const direction = directionOf(subject);
  return normalise(
    directionOf(`language ${lang}`).map(
      (value, i) =>
        LANGUAGE_WEIGHT * value + SUBJECT_WEIGHT * (direction[i] ?? 0) + NOISE_WEIGHT * (noise[i] ?? 0),
    ),
  );
}

/** What the vectors of a language have in common once subjects and noise have cancelled out. */
function languageMean(lang: Language): Float32Array {
  const share = LANGUAGE_WEIGHT / Math.hypot(LANGUAGE_WEIGHT, SUBJECT_WEIGHT, NOISE_WEIGHT);
  return directionOf(`language ${lang}`).map((value) => share * value);
}

function randomDirection(random: Random, dimension: number): Float32Array {
  const gaussian = () => Array.from({ length: 12 }, random).reduce((sum, next) => sum + next, -6);
  return normalise(Float32Array.from({ length: dimension }, gaussian));
}
