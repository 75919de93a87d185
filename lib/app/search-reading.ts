import type { Embedding } from '@/lib/domain/embedding/model';
import { matchedTerms } from '@/lib/domain/search/matched-terms';
import type { LexicalReason, SearchAnswer, SearchRequest } from '@/lib/domain/search/model';
import type { FoundPassage } from '@/lib/domain/search/reading-index';
import { type SearchTerms, searchTermsOf } from '@/lib/domain/search/search-terms';
import { detectLanguage } from '@/lib/domain/text/detect-language';
import { type Encoder, type EncoderErrorCode, encoderErrorCode } from './ports/encoder';
import type { SearchSource } from './ports/search-source';
import type { SearchIndex } from './search-index';

export interface SearchReadingPorts {
  readonly index: SearchIndex;
  readonly source: Pick<SearchSource, 'textsOf' | 'passageIdsOfInterest'>;
  readonly encoder: Encoder;
  wait(durationMs: number): Promise<void>;
}

/** A worker that was stopped starts again by itself. */
const REASONS: Readonly<Record<EncoderErrorCode, LexicalReason>> = {
  'model-missing': 'model-missing',
  'model-altered': 'model-altered',
  'engine-failed': 'engine-failed',
  'out-of-memory': 'engine-failed',
  aborted: 'starting',
};

/** How long a question waits for the model or for an index that is being made: longer, words alone are better than nothing. */
const PATIENCE_MS = 1_500;

/**
 * Finds what was read, by meaning and by words; by words alone, and saying so, while the model cannot be asked. What was
 * forgotten is never found, even if the index has not noticed yet.
 */
export async function searchReading(
  ports: SearchReadingPorts,
  { text, filters, limit }: SearchRequest,
): Promise<SearchAnswer> {
  const { index, source, wait } = ports;
  const question = text.toWellFormed().trim();
  if (question === '') return { hits: [], tier: 'hybrid' };
  const patience = wait(PATIENCE_MS);
  const [meaning] = await Promise.all([
    meaningOf(ports.encoder, question, patience),
    Promise.race([index.follow(), patience]),
  ]);
  const { interestId, ...filter } = filters;
  const among = interestId === undefined ? undefined : await source.passageIdsOfInterest(interestId);
  const terms = searchTermsOf(question);
  const lang = detectLanguage(question);
  const found = index.find({
    terms,
    ...(typeof meaning !== 'string' && { meaning: { vector: meaning, lang } }),
    filter: { ...filter, ...(among && { among }) },
    count: limit,
  });
  const hits = await present(ports, found, terms);
  if (typeof meaning === 'string') return { hits, tier: 'lexical', reason: meaning };
  return index.isWhole() ? { hits, tier: 'hybrid' } : { hits, tier: 'lexical', reason: 'starting' };
}

/** The vector of a question, or why there is none in time. */
async function meaningOf(
  encoder: Encoder,
  question: string,
  patience: Promise<void>,
): Promise<Embedding | LexicalReason> {
  const encoded = encoder.encode([question], 'query').then(
    ([vector]): Embedding | LexicalReason => vector ?? 'engine-failed',
    (thrown: unknown): LexicalReason => {
      const code = encoderErrorCode(thrown) ?? 'engine-failed';
      return REASONS[code];
    },
  );
  return Promise.race([encoded, patience.then((): LexicalReason => 'starting')]);
}

/** Hits that are still stored, with the words that they share with the question. */
async function present(
  { source }: SearchReadingPorts,
  found: readonly FoundPassage[],
  terms: SearchTerms,
): Promise<SearchAnswer['hits']> {
  const texts = await source.textsOf(found.map(({ passageId }) => passageId));
  return found.flatMap(({ passageId, score }) => {
    const text = texts.get(passageId);
    return text === undefined ? [] : [{ passageId, score, terms: matchedTerms(text, terms) }];
  });
}
