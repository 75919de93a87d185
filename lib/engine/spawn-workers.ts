import { proxy, type Remote, wrap } from 'comlink';
import type { ThreadProbe } from '@/lib/app/ports/engine-status';
import { judgeTrials, knownThreads, threadCandidates } from './thread-probe';
import type { AnalysisApi, EmbedderApi, Encode } from './worker-api';
import type { SignOfLife, WorkerInstance } from './worker-tenure';

export interface EmbedderOptions {
  newWorker(): Worker;
  readonly version: string;
  readonly isolated: boolean;
  readonly cores: number;
  readProbe(): Promise<ThreadProbe | undefined>;
  writeProbe(probe: ThreadProbe): Promise<void>;
  onStarting(): void;
  onStarted(threads: number): void;
}

/**
 * Starts the worker that holds the model. On a device that was not tried yet, one thread is timed in a worker of its own
 * first, since the number of threads is fixed for a worker's life.
 */
export function spawnEmbedder(
  options: EmbedderOptions,
  signOfLife: SignOfLife,
): WorkerInstance<Remote<EmbedderApi>> {
  const { version, cores } = options;
  const candidates = threadCandidates(options.isolated, cores);
  const workers: Worker[] = [];
  const open = () => {
    const worker = options.newWorker();
    workers.push(worker);
    return worker;
  };
  const timeOneThread = async () => {
    const worker = open();
    const trial = wrap<EmbedderApi>(worker);
    await Promise.race([
      trial.start(
        { threads: 1, version },
        proxy(() => {}),
      ),
      failureOf(worker),
    ]);
    const milliseconds = await trial.timeBatch();
    worker.terminate();
    return milliseconds;
  };
  const worker = open();
  const api = wrap<EmbedderApi>(worker);
  const start = async () => {
    options.onStarting();
    const known = knownThreads(await options.readProbe(), candidates, cores);
    const threads = known ?? Math.max(...candidates);
    const oneThreadMs = known === undefined ? await timeOneThread() : undefined;
    await api.start({ threads, version }, proxy(signOfLife));
    if (oneThreadMs !== undefined)
      await options.writeProbe(judgeTrials({ 1: oneThreadMs, [threads]: await api.timeBatch() }, cores));
    options.onStarted(threads);
  };
  return {
    api,
    ready: start(),
    failure: failureOf(worker),
    terminate() {
      for (const each of workers) each.terminate();
    },
  };
}

/** Starts the worker that works on text and interests; it borrows the model through `encode`. */
export function spawnAnalysis(newWorker: () => Worker, encode: Encode): WorkerInstance<Remote<AnalysisApi>> {
  const worker = newWorker();
  const api = wrap<AnalysisApi>(worker);
  return {
    api,
    ready: api.start(proxy(encode)),
    failure: failureOf(worker),
    terminate: () => worker.terminate(),
  };
}

/** Rejects when the worker's script cannot be loaded or throws outside a call. */
export function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'The worker could not be started.'));
    });
  });
}
