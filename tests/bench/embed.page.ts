import { env, pipeline } from '@xenova/transformers';
import { embedPending } from '@/lib/app/embed-pending';
import { MODEL_ID } from '@/lib/domain/embedding/model';
import { dot } from '@/lib/domain/embedding/vector';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createStudyDb } from '@/lib/storage/study-db';
import { startEmbedder, usualThreads } from './start-embedder';

export { usualThreads };

trustPackagedScripts();

const baseUrl = `${location.origin}/`;
const now = () => performance.now();

/** The library as its documentation shows it, from the same packaged files. */
async function loadPipeline() {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = `${baseUrl}models/`;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  Object.assign(env.backends.onnx.wasm ?? {}, {
    wasmPaths: {
      mjs: `${baseUrl}ort/ort-wasm-simd-threaded.mjs`,
      wasm: `${baseUrl}ort/ort-wasm-simd-threaded.wasm`,
    },
    numThreads: 1,
  });
  return pipeline('feature-extraction', MODEL_ID, { device: 'wasm', dtype: 'q8' });
}

let library: ReturnType<typeof loadPipeline> | undefined;
const loopVectors = new Map<string, Float32Array>();

/** Tokens of each text, prefix and marks included. */
export async function countTokens(texts: readonly string[]): Promise<number[]> {
  library ??= loadPipeline();
  const { tokenizer } = await library;
  return texts.map((text) => tokenizer.encode(`passage: ${text}`).length);
}

/** Milliseconds for one text at a time on one thread. */
export async function runPlainLoop(texts: readonly string[]): Promise<number> {
  library ??= loadPipeline();
  const extract = await library;
  const startedAt = now();
  for (const text of texts) {
    const { data } = await extract(`passage: ${text}`, { pooling: 'mean', normalize: true });
    loopVectors.set(text, Float32Array.from(data as Float32Array));
  }
  return now() - startedAt;
}

async function clearStudy(texts: readonly string[]) {
  const db = createStudyDb();
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.passages.bulkPut(
    texts.map((text, i) => ({
      id: `passage-${i}`,
      text,
      kind: 'prose' as const,
      lang: 'en' as const,
      origin: 'http://course.test',
      createdAt: 1,
    })),
  );
  return db;
}

/** Milliseconds from waiting jobs to stored vectors, with the worker of the built extension. */
export async function runShippedEngine(
  script: string,
  texts: readonly string[],
  threads: number,
): Promise<number> {
  const db = await clearStudy(texts);
  const queue = createJobQueue(db);
  for (const i of texts.keys()) await queue.enqueue('embed', `passage-${i}`, 1);
  const { api, encoder, terminate } = await startEmbedder(script, threads);
  await api.timeBatch();
  const ports = { queue, embeddings: createEmbeddingStore(db), encoder, now: () => Date.now() };
  const startedAt = now();
  while ((await embedPending(ports, 'bench')) > 0);
  const durationMs = now() - startedAt;
  terminate();
  return durationMs;
}

/** Cosine of each text's vector from the loop and the one that the engine stored. */
export async function compareVectors(texts: readonly string[]): Promise<number[]> {
  const stored = await createEmbeddingStore(createStudyDb()).load();
  return texts.map((text, i) => {
    const [loop, engine] = [loopVectors.get(text), stored.get(`passage-${i}`)];
    return loop && engine ? dot(loop, engine) : 0;
  });
}
