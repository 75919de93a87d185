import { proxy, type Remote, wrap } from 'comlink';
import type { Encoder } from '@/lib/app/ports/encoder';
import { createDistantEncoder } from '@/lib/engine/distant-encoder';
import type { EmbedderApi } from '@/lib/engine/worker-api';

export interface StartedEmbedder {
  readonly api: Remote<EmbedderApi>;
  readonly encoder: Encoder;
  terminate(): void;
}

/**
 * Starts the embedder of the built extension in a page of it, as the engine's document does. The files of the model are
 * taken as they are: tests hold them against their hashes.
 *
 * @param script path of the worker's script in the extension
 */
export async function startEmbedder(script: string, threads: number): Promise<StartedEmbedder> {
  const worker = new Worker(new URL(script, `${location.origin}/`), { type: 'module' });
  const api = wrap<EmbedderApi>(worker);
  await api.start(
    { threads, verified: true },
    proxy(() => {}),
  );
  const encoder = createDistantEncoder({ run: (body) => body(api, 'bench') }, () => crypto.randomUUID());
  return { api, encoder, terminate: () => worker.terminate() };
}

/** As many threads as the product starts with on this device. */
export function usualThreads(): number {
  return crossOriginIsolated ? Math.min(4, navigator.hardwareConcurrency) : 1;
}
