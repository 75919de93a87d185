import { proxy, wrap } from 'comlink';
import type { Job } from '@/lib/app/job';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import type { AnalysisApi, Encode } from '@/lib/engine/worker-api';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb } from '@/lib/storage/study-db';
import { buildOccurrence, buildPage, buildPassage } from '@/tests/support/study-rows';
import { makeMixture } from './mixtures';

trustPackagedScripts();

const db = createStudyDb();
const queue = createJobQueue(db);
const PASSAGES_OF_A_PAGE = 33;
const SUBJECTS = 20;
const TERMS_OF_A_SUBJECT = 400;
const TERMS_OF_A_PASSAGE = 8;
const PORTION = 5_000;
const LONG_AGO = 1;

const sketch = { dimension: 384, parts: SUBJECTS, separation: 0.8, skew: 0.5 };

/** Stores passages of many pages, with vectors and terms, as if they had been read and analysed. */
export async function seed(count: number): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
  const vectors = makeMixture({ ...sketch, count, seed: 1 });
  for (let from = 0; from < count; from += PORTION)
    await seedPortion(vectors, from, Math.min(count, from + PORTION));
  await db.jobs.clear();
}

async function seedPortion(vectors: readonly Float32Array[], from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  const subjectOf = (i: number) => Math.floor((i / vectors.length) * SUBJECTS);
  const termOf = (i: number, t: number) => `term ${subjectOf(i)} ${(i * 31 + t * 97) % TERMS_OF_A_SUBJECT}`;
  await db.passages.bulkPut(numbers.map((i) => buildPassage({ id: `p${i}`, text: textOf(i) })));
  await createEmbeddingStore(db).complete(
    [],
    new Map(numbers.map((i) => [`p${i}`, vectors[i] ?? new Float32Array()])),
    LONG_AGO,
  );
  const pageOf = (i: number) => `page ${Math.floor(i / PASSAGES_OF_A_PAGE)}`;
  await db.pages.bulkPut(
    [...new Set(numbers.map(pageOf))].map((id) => buildPage({ id, title: `All about ${id}` })),
  );
  await db.occurrences.bulkPut(
    numbers.map((i) => buildOccurrence({ pageId: pageOf(i), passageId: `p${i}`, order: i })),
  );
  const mentions = numbers.flatMap((i) =>
    Array.from({ length: TERMS_OF_A_PASSAGE }, (_, t) => {
      const conceptId = `en:${termOf(i, t)}`;
      return { id: `p${i}:${t}:${conceptId}`, conceptId, passageId: `p${i}`, start: t, end: t + 4 };
    }),
  );
  await db.mentions.bulkPut(mentions);
  await db.concepts.bulkPut(
    [...new Set(mentions.map(({ conceptId }) => conceptId))].map((id) => {
      const label = id.slice('en:'.length);
      return { id, lang: 'en', key: label, label, forms: [label], headTag: 'NOUN', documentFrequency: 2 };
    }),
  );
}

function textOf(i: number): string {
  return `Passage ${i} says with more than eight words what is worth knowing. `.repeat(6);
}

/** Adds one page that was read just now, whose analysis is due. */
export async function addPage(pageId: string, texts: readonly string[]): Promise<void> {
  const vectors = makeMixture({ ...sketch, count: texts.length, seed: 2 });
  const passages = texts.map((text, i) => buildPassage({ id: `${pageId}:${i}`, text }));
  await db.pages.put(buildPage({ id: pageId, title: 'Read just now' }));
  await db.passages.bulkPut(passages);
  await db.occurrences.bulkPut(
    passages.map(({ id }, order) => buildOccurrence({ pageId, passageId: id, order })),
  );
  await createEmbeddingStore(db).complete(
    [],
    new Map(passages.map(({ id }, i) => [id, vectors[i] ?? new Float32Array()])),
    LONG_AGO,
  );
  await queue.enqueue('analyse', pageId, LONG_AGO);
}

/** What the analyses have asked for is not due yet and would only be in the way. */
export async function clearJobs(): Promise<void> {
  await db.jobs.clear();
}

export async function askForRefit(): Promise<void> {
  await queue.enqueue('refit', 'all', LONG_AGO);
}

/** As quick as nothing, so that only the work around the model is timed; each text has a vector of its own. */
const encode: Encode = async (texts) => {
  const count = texts.length;
  return makeMixture({ ...sketch, count, parts: count, seed: count });
};

let analysis: ReturnType<typeof wrap<AnalysisApi>> | undefined;

export async function startWorker(path: string): Promise<void> {
  analysis = wrap<AnalysisApi>(new Worker(new URL(path, location.href), { type: 'module' }));
  await analysis.start(
    proxy(encode),
    proxy(() => {}),
  );
}

/** Milliseconds for the next job that is due. */
export async function runNext(kind: Job['kind']): Promise<number> {
  const startedAt = performance.now();
  const done = await analysis?.runNext('bench');
  if (done !== kind) throw new Error(`not ${kind} but ${done}`);
  return performance.now() - startedAt;
}

/** Milliseconds until the analysis of a page that was read in the middle of a refit is stored, and for the refit. */
export async function refitBesideReading(pageId: string, texts: readonly string[], afterMs: number) {
  await askForRefit();
  const refit = runNext('refit');
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await addPage(pageId, texts);
  const askedAt = performance.now();
  while (await db.jobs.get(`analyse:${pageId}`)) await new Promise((resolve) => setTimeout(resolve, 20));
  const analysisMs = performance.now() - askedAt;
  return { analysisMs, refitMs: await refit };
}

export async function countInterests(): Promise<number> {
  const interests = await db.interests.toArray();
  return interests.filter(({ modelId }) => modelId === MODEL_ID).length;
}
