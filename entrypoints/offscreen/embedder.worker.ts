import { expose } from 'comlink';
import { embedPending } from '@/lib/app/embed-pending';
import { createEncoder, type EncoderLanes } from '@/lib/engine/encoder';
import type { EncoderRuntime } from '@/lib/engine/encoder-runtime';
import { startRuntime } from '@/lib/engine/start-runtime';
import { timeBatch } from '@/lib/engine/thread-probe';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { watchWasmMemory } from '@/lib/engine/wasm-memory';
import type { EmbedderApi } from '@/lib/engine/worker-api';
import { createEmbeddingStore } from '@/lib/storage/embedding-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { readMeta, writeMeta } from '@/lib/storage/meta';
import { createStudyDb } from '@/lib/storage/study-db';

trustPackagedScripts();
const memoryBytes = watchWasmMemory();

const baseUrl = new URL('/', location.href).href;
const now = () => Date.now();
const db = createStudyDb();
const queue = createJobQueue(db);
const embeddings = createEmbeddingStore(db);

let model: { runtime: EncoderRuntime; lanes: EncoderLanes } | undefined;

function loadedModel() {
  if (!model) throw new Error('The model was not started.');
  return model;
}

const api: EmbedderApi = {
  async start({ threads, version }, signOfLife) {
    const verified = (await readMeta(db, 'modelVerified'))?.version === version;
    const runtime = await startRuntime({ baseUrl, threads }, verified);
    if (!verified) await writeMeta(db, 'modelVerified', { version, at: now() });
    let batches = 0;
    signOfLife({ batches, memoryBytes: memoryBytes() });
    const onBatch = () => signOfLife({ batches: ++batches, memoryBytes: memoryBytes() });
    model = { runtime, lanes: createEncoder(runtime, onBatch) };
  },
  timeBatch: () => timeBatch(loadedModel().runtime, () => performance.now()),
  encode: (texts, role) => loadedModel().lanes.urgent.encode(texts, role),
  embedPending: (owner) => {
    const encoder = loadedModel().lanes.patient;
    return embedPending({ queue, embeddings, encoder, now }, owner);
  },
};

expose(api);
