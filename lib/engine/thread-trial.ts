import { proxy, wrap } from 'comlink';
import type { ThreadProbe } from '@/lib/app/ports/engine-status';
import { judgeTrials, knownThreads, threadCandidates } from './thread-probe';
import type { EmbedderApi } from './worker-api';
import { failureOf } from './worker-failure';

export interface ThreadTrialOptions {
  newWorker(): Worker;
  readonly isolated: boolean;
  readonly cores: number;
  readProbe(): Promise<ThreadProbe | undefined>;
  writeProbe(probe: ThreadProbe): Promise<void>;
}

export interface ThreadTrial {
  /** Nothing is to be done: once this has lasted a while, the trial is made, unless this device was tried before. */
  onRest(): void;
  /** There is work: a trial beside it would say nothing, so it is given up until the next rest. */
  onWork(): void;
}

/** A trial takes a model's memory and every processor for seconds, which nobody should notice between two paragraphs. */
const REST_MS = 30_000;

/**
 * Finds out which number of threads is fastest on this device, for the workers that are started from then on: the number is
 * fixed for a worker's life. Each number is timed in a worker of its own, one after the other.
 */
export function createThreadTrial(options: ThreadTrialOptions): ThreadTrial {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let trial: AbortController | undefined;
  const onWork = () => {
    clearTimeout(timer);
    trial?.abort();
  };
  return {
    onRest() {
      onWork();
      const current = new AbortController();
      trial = current;
      // A device on which the trial cannot be made keeps the usual number.
      timer = setTimeout(() => void tryThreads(options, current.signal).catch(() => {}), REST_MS);
    },
    onWork,
  };
}

async function tryThreads(options: ThreadTrialOptions, signal: AbortSignal): Promise<void> {
  const { isolated, cores, newWorker, readProbe, writeProbe } = options;
  const candidates = threadCandidates(isolated, cores);
  if (knownThreads(await readProbe(), candidates, cores) !== undefined) return;
  const batchMs: Record<number, number> = {};
  for (const threads of candidates) batchMs[threads] = await timeThreads(newWorker, threads, signal);
  await writeProbe(judgeTrials(batchMs, cores));
}

/** @throws when the signal says that there is work, or the worker fails */
async function timeThreads(newWorker: () => Worker, threads: number, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const worker = newWorker();
  const given = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const time = async () => {
    const api = wrap<EmbedderApi>(worker);
    // Nothing is stored of what a trial computes, so its files need no check.
    await api.start(
      { threads, verified: true },
      proxy(() => {}),
    );
    return api.timeBatch();
  };
  try {
    return await Promise.race([time(), given, failureOf(worker)]);
  } finally {
    worker.terminate();
  }
}
