import { proxy, wrap } from 'comlink';
import type { AnswersApi } from '@/lib/engine/worker-api';
import { createStudyDb } from '@/lib/storage/study-db';
import { asked } from './planted-reading';
import { startEmbedder, usualThreads } from './start-embedder';

const db = createStudyDb();

let answers: ReturnType<typeof wrap<AnswersApi>> | undefined;

/** Milliseconds until the worker of the built extension has the whole index. */
export async function startAnswers(script: string): Promise<number> {
  answers = wrap<AnswersApi>(new Worker(new URL(script, location.href), { type: 'module' }));
  const vectors = new Map(asked.map(({ question, vector }) => [question, vector]));
  // The model answers at once: its own time is measured apart.
  await answers.start(proxy(async ([text = '']) => [vectors.get(text) ?? new Float32Array(384)]));
  const startedAt = performance.now();
  for (;;) {
    const { tier } = await answers.search({ text: asked[0]?.question ?? '', filters: {}, limit: 20 });
    if (tier === 'hybrid') return performance.now() - startedAt;
  }
}

/** Milliseconds from a question to its answer, which the worker gives from the index and the database. */
export async function timeAnswers(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const { question = '' } = asked[i % asked.length] ?? {};
    const startedAt = performance.now();
    await answers?.search({ text: question, filters: {}, limit: 20 });
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** Milliseconds for a look through all texts for one that holds the question. */
export async function timeScans(count: number): Promise<number[]> {
  const times: number[] = [];
  for (const { question } of asked.slice(0, count)) {
    const startedAt = performance.now();
    await db.passages.filter(({ text }) => text.includes(question)).toArray();
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** Milliseconds for the vector of each question, made by the embedder of the built extension. */
export async function timeQuestions(script: string, count: number): Promise<number[]> {
  const { encoder, terminate } = await startEmbedder(script, usualThreads());
  const times: number[] = [];
  for (const { question } of asked.slice(0, count)) {
    const startedAt = performance.now();
    await encoder.encode([question], 'query');
    times.push(performance.now() - startedAt);
  }
  terminate();
  return times;
}

interface MemoryShare {
  readonly bytes: number;
  readonly attribution: readonly { readonly url: string }[];
}

/** Bytes that the browser counts for the worker that answers; 0 where it does not count. */
export async function workerBytes(): Promise<number> {
  const measure: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
  if (typeof measure !== 'function') return 0;
  const { breakdown }: { breakdown: readonly MemoryShare[] } = await measure.call(performance);
  return breakdown
    .filter(({ attribution }) => attribution.some(({ url }) => url.includes('answers.worker')))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
