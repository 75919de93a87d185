import { expose } from 'comlink';
import type { Encoder } from '@/lib/app/ports/encoder';
import { createEncoder } from '@/lib/engine/encoder';
import type { EncoderRuntime } from '@/lib/engine/encoder-runtime';
import { createTurnTaker } from '@/lib/engine/macrotask';
import { startRuntime } from '@/lib/engine/start-runtime';
import { timeBatch } from '@/lib/engine/thread-probe';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { watchWasmMemory } from '@/lib/engine/wasm-memory';
import type { EmbedderApi } from '@/lib/engine/worker-api';

trustPackagedScripts();
const memoryBytes = watchWasmMemory();

const baseUrl = new URL('/', location.href).href;

/** Only computes: whatever else this thread did would leave the other threads of the runtime without work. */
let model: { runtime: EncoderRuntime; encoder: Encoder } | undefined;

function loadedModel() {
  if (!model) throw new Error('The model was not started.');
  return model;
}

/** Calls that are not answered yet. */
const calls = new Map<string, AbortController>();

const api: EmbedderApi = {
  async start({ threads, verified }, signOfLife) {
    const runtime = await startRuntime({ baseUrl, threads }, verified);
    let batches = 0;
    signOfLife({ batches, memoryBytes: memoryBytes() });
    const onBatch = () => signOfLife({ batches: ++batches, memoryBytes: memoryBytes() });
    model = { runtime, encoder: createEncoder(runtime, { onBatch, takeTurn: createTurnTaker() }) };
  },
  timeBatch: () => timeBatch(loadedModel().runtime, () => performance.now()),
  async encode(texts, role, { urgency, id }) {
    const call = new AbortController();
    calls.set(id, call);
    try {
      return await loadedModel().encoder.encode(texts, role, { urgency, signal: call.signal });
    } finally {
      calls.delete(id);
    }
  },
  cancel: (id) => calls.get(id)?.abort(),
};

expose(api);
