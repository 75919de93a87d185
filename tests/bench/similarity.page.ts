import { centre, centresFor } from '@/lib/domain/embedding/centring';
import { dot, mean } from '@/lib/domain/embedding/vector';
import type { Language } from '@/lib/domain/text/language';
import { loadLanguagePriors } from '@/lib/engine/language-priors';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { startEmbedder, usualThreads } from './start-embedder';

trustPackagedScripts();

export interface PairScores {
  readonly raw: readonly number[];
  readonly centred: readonly number[];
}

/** Cosine of each pair of texts of one language, both read as queries by the embedder of the built extension. */
export async function scorePairs(
  script: string,
  pairs: readonly (readonly [string, string])[],
  lang: Language,
): Promise<PairScores> {
  const { encoder, terminate } = await startEmbedder(script, usualThreads());
  const vectors = await encoder.encode(pairs.flat(), 'query');
  terminate();
  const priors = await loadLanguagePriors(`${location.origin}/`);
  const center = centresFor(priors, { [lang]: { count: vectors.length, mean: mean(vectors) } })[lang];
  const scoreAll = (place: (vector: Float32Array) => Float32Array) =>
    pairs.map((_, i) => {
      const [a, b] = [vectors[2 * i], vectors[2 * i + 1]];
      return a && b ? dot(place(a), place(b)) : 0;
    });
  return {
    raw: scoreAll((vector) => vector),
    centred: scoreAll((vector) => (center ? centre(vector, center) : vector)),
  };
}
