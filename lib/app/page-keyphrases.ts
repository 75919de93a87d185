import type { WordVectorStore } from '@/lib/app/ports/embedding-store';
import type { Encoder } from '@/lib/app/ports/encoder';
import {
  chooseKeyphrases,
  findPromisingTerms,
  type PageTexts,
} from '@/lib/domain/concepts/extract-keyphrases';
import { keyTermCount } from '@/lib/domain/concepts/key-term-count';
import type { Keyphrase } from '@/lib/domain/concepts/model';
import { textLength } from '@/lib/domain/concepts/text-length';
import { measureWordSimilarity } from '@/lib/domain/concepts/word-similarity';
import type { Embedding } from '@/lib/domain/embedding/model';
import type { Language } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';

/** Where a page lies among the vectors of its language. */
export interface PageMeaning {
  /** Mean of the raw passage vectors. */
  readonly vector: Float32Array;
  readonly center: Float32Array;
}

/** Word vectors that are known, and where to leave those that were not. */
export interface WordMemory extends WordVectorStore {
  save(lang: Language, vectors: ReadonlyMap<string, Embedding>): Promise<void> | void;
}

export interface KeyphrasePorts {
  readonly tagger: Tagger;
  readonly encoder: Encoder;
  readonly words: WordMemory;
}

/**
 * The key terms of the passages of one language, best first; more for a longer text. Words that were met on earlier
 * pages are not encoded again.
 *
 * @param meaning absent while the passages have no vectors: then form, frequency and place decide
 * @throws EncoderError when new words cannot be encoded
 */
export async function findPageKeyphrases(
  page: PageTexts,
  meaning: PageMeaning | undefined,
  { tagger, encoder, words }: KeyphrasePorts,
  limit = keyTermCount(textLength(page.passages, page.lang), page.lang),
): Promise<Keyphrase[]> {
  const promising = findPromisingTerms(page, tagger);
  if (!meaning) return chooseKeyphrases(promising, limit);
  const wanted = new Set(promising.candidates.flatMap((candidate) => candidate.words));
  const vectors = await wordVectors(page.lang, [...wanted], encoder, words);
  return chooseKeyphrases(promising, limit, measureWordSimilarity(vectors, meaning.vector, meaning.center));
}

async function wordVectors(
  lang: Language,
  wanted: readonly string[],
  encoder: Encoder,
  store: WordMemory,
): Promise<Map<string, Embedding>> {
  const known = await store.load(lang, wanted);
  const missing = wanted.filter((word) => !known.has(word));
  if (missing.length === 0) return known;
  const encoded = await encoder.encode(missing, 'query');
  const added = new Map<string, Embedding>();
  missing.forEach((word, i) => {
    const vector = encoded[i];
    if (vector) added.set(word, vector);
  });
  await store.save(lang, added);
  return new Map([...known, ...added]);
}
