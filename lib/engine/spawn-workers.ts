import { proxy, type Remote, wrap } from 'comlink';
import type { ThreadProbe } from '@/lib/app/ports/engine-status';
import { knownThreads, threadCandidates } from './thread-probe';
import type { AnalysisApi, EmbedderApi, Encode } from './worker-api';
import { failureOf } from './worker-failure';
import type { SignOfLife, WorkerInstance } from './worker-tenure';

export interface EmbedderOptions {
  newWorker(): Worker;
  readonly isolated: boolean;
  readonly cores: number;
  readProbe(): Promise<ThreadProbe | undefined>;
  /** Whether the model's files were found unaltered in this version of the extension. */
  isVerified(): Promise<boolean>;
  noteVerified(): Promise<void>;
  onStarting(): void;
  onStarted(threads: number): void;
}

/**
 * Starts the worker that holds the model, with the number of threads that was fastest on this device, or as many as are
 * likely to be until that is known.
 */
export function spawnEmbedder(
  options: EmbedderOptions,
  signOfLife: SignOfLife,
): WorkerInstance<Remote<EmbedderApi>> {
  const worker = options.newWorker();
  const api = wrap<EmbedderApi>(worker);
  const start = async () => {
    options.onStarting();
    const candidates = threadCandidates(options.isolated, options.cores);
    const [probe, verified] = await Promise.all([options.readProbe(), options.isVerified()]);
    const threads = knownThreads(probe, candidates, options.cores) ?? Math.max(...candidates);
    await api.start({ threads, verified }, proxy(signOfLife));
    if (!verified) await options.noteVerified();
    options.onStarted(threads);
  };
  return {
    api,
    ready: start(),
    failure: failureOf(worker),
    terminate: () => worker.terminate(),
  };
}

/** Starts the worker that works on text and interests; it borrows the model through `encode`. */
export function spawnAnalysis(
  newWorker: () => Worker,
  encode: Encode,
  signOfLife: SignOfLife,
): WorkerInstance<Remote<AnalysisApi>> {
  const worker = newWorker();
  const api = wrap<AnalysisApi>(worker);
  return {
    api,
    ready: api.start(
      proxy(encode),
      proxy(() => signOfLife()),
    ),
    failure: failureOf(worker),
    terminate: () => worker.terminate(),
  };
}
