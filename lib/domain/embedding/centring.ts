import type { Language } from '../text/language';
import type { LanguageMean } from './model';
import { mean, moveTowards, normalise, subtract } from './vector';

/** How many of the learner's own vectors the shipped mean counts for. */
export const PRIOR_WEIGHT = 20;

/** The point that vectors of one language scatter around, by language. */
export type Centres = Partial<Record<Language, Float32Array>>;

/**
 * The learner's own mean, shrunk towards the shipped one while few passages are known:
 * `(n · own + w · prior) / (n + w)`.
 *
 * @param prior mean vector of the language over unrelated text, shipped with the model
 * @param own running mean of the learner's raw vectors; nothing counts as no vectors
 * @param priorWeight how many own vectors the prior counts for
 */
export function centreFor(
  prior: Float32Array,
  own: LanguageMean | undefined,
  priorWeight: number = PRIOR_WEIGHT,
): Float32Array {
  return own ? moveTowards(prior, own.mean, own.count / (own.count + priorWeight)) : prior.slice();
}

/** `centreFor` of every language that the model ships a prior for. */
export function centresFor(
  priors: Centres,
  own: Partial<Record<Language, LanguageMean>>,
  priorWeight: number = PRIOR_WEIGHT,
): Centres {
  const centres: Centres = {};
  for (const lang of ['en', 'zh'] as const) {
    const prior = priors[lang];
    if (prior) centres[lang] = centreFor(prior, own[lang], priorWeight);
  }
  return centres;
}

/**
 * `unit(v − centre)`: takes the language out of a vector and leaves the subject, so that a text and its translation
 * come close and unrelated texts have a cosine near zero.
 */
export function centre(vector: Float32Array, center: Float32Array): Float32Array {
  return normalise(subtract(vector, center));
}

/** The running mean after more raw vectors of the language. */
export function extendMean(
  own: LanguageMean | undefined,
  vectors: readonly Float32Array[],
): LanguageMean | undefined {
  if (vectors.length === 0) return own;
  return joinMeans(own, { count: vectors.length, mean: mean(vectors) });
}

/**
 * The running mean without some of the raw vectors that it was made of; absent when none is left. They have to be the
 * same to the last digit: vectors that were rounded since leave the difference behind.
 */
export function reduceMean(
  own: LanguageMean | undefined,
  vectors: readonly Float32Array[],
): LanguageMean | undefined {
  if (!own || vectors.length === 0) return own;
  const count = own.count - vectors.length;
  if (count <= 0) return undefined;
  // moveTowards beyond the start: m + (m − mean(v)) · k / (n − k) = (n · m − Σv) / (n − k)
  return { count, mean: moveTowards(own.mean, mean(vectors), -vectors.length / count) };
}

/** Mean of all that two means are made of. */
export function joinMeans(a: LanguageMean | undefined, b: LanguageMean): LanguageMean {
  if (!a) return b;
  const count = a.count + b.count;
  return { count, mean: moveTowards(a.mean, b.mean, b.count / count) };
}
