import { proxy, type Remote, wrap } from 'comlink';
import type { AnswersApi, Encode } from './worker-api';
import { failureOf } from './worker-failure';
import type { WorkerInstance } from './worker-tenure';

/** Starts the worker that answers; it borrows the model through `encode`. */
export function spawnAnswers(newWorker: () => Worker, encode: Encode): WorkerInstance<Remote<AnswersApi>> {
  const worker = newWorker();
  const api = wrap<AnswersApi>(worker);
  return {
    api,
    ready: api.start(proxy(encode)),
    failure: failureOf(worker),
    terminate: () => worker.terminate(),
  };
}
