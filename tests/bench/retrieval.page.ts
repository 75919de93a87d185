import { embedPending } from '@/lib/app/embed-pending';
import type { Encoder } from '@/lib/app/ports/encoder';
import { createSearchIndex } from '@/lib/app/search-index';
import type { Embedding } from '@/lib/domain/embedding/model';
import type { ReadingIndex } from '@/lib/domain/search/reading-index';
import { searchTermsOf } from '@/lib/domain/search/search-terms';
import type { Language } from '@/lib/domain/text/language';
import { loadLanguagePriors } from '@/lib/engine/language-priors';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createSearchSource } from '@/lib/storage/search-source';
import { createVectorChunks } from '@/lib/storage/stored-vectors';
import { createStudyDb } from '@/lib/storage/study-db';
import { startEmbedder, usualThreads } from './start-embedder';

export interface BenchPassage {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
}

export interface BenchQuestion {
  readonly query: string;
  readonly lang: Language;
}

export type Mode = 'lexical' | 'vector' | 'hybrid';

trustPackagedScripts();

const baseUrl = `${location.origin}/`;
const db = createStudyDb();
const DEPTH = 100;
/** Each language is a site, so that a search can be narrowed to one. */
const siteOf = (lang: Language) => `https://${lang}.test`;

let encoder: Encoder | undefined;
let index: Pick<ReadingIndex, 'find'> | undefined;
const questions = new Map<string, Embedding>();

/** Milliseconds until all passages have stored vectors, made by the worker of the built extension. */
export async function embedPassages(script: string, passages: readonly BenchPassage[]) {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.passages.bulkPut(
    passages.map((passage) => ({
      ...passage,
      kind: 'prose' as const,
      origin: siteOf(passage.lang),
      createdAt: 1,
    })),
  );
  const queue = createJobQueue(db);
  for (const { id } of passages) await queue.enqueue('embed', id, 1);
  ({ encoder } = await startEmbedder(script, usualThreads()));
  const ports = { queue, embeddings: createEmbeddingStore(db), encoder, now: () => Date.now() };
  const startedAt = performance.now();
  while ((await embedPending(ports, 'bench')) > 0);
  const durationMs = performance.now() - startedAt;
  const reading = createSearchIndex({
    source: createSearchSource(db),
    vectors: createVectorChunks(db),
    loadPriors: () => loadLanguagePriors(baseUrl),
    pause: async () => {},
  });
  await reading.follow();
  index = reading;
  return durationMs;
}

/** Milliseconds to embed some questions. */
export async function embedQuestions(texts: readonly string[]): Promise<number> {
  if (!encoder) throw new Error('There is no embedder.');
  const startedAt = performance.now();
  const vectors = await encoder.encode(texts, 'query');
  texts.forEach((text, i) => {
    const vector = vectors[i];
    if (vector) questions.set(text, vector);
  });
  return performance.now() - startedAt;
}

/** Ids of the passages found for each question, best first; among those of one language, or among all. */
export function searchAll(list: readonly BenchQuestion[], mode: Mode, among?: Language): string[][] {
  return list.map(({ query, lang }) => {
    const vector = questions.get(query);
    const found = index?.find({
      terms: mode === 'vector' ? { keys: [], openKeys: new Set<string>() } : searchTermsOf(query),
      ...(mode !== 'lexical' && vector && { meaning: { vector, lang } }),
      filter: among === undefined ? {} : { site: siteOf(among) },
      count: DEPTH,
    });
    return (found ?? []).map(({ passageId }) => passageId);
  });
}
