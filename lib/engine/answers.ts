import type { Remote } from 'comlink';
import type { Search } from '@/lib/app/ports/search';
import { createSupervisor } from './supervisor';
import type { AnswersApi } from './worker-api';
import type { WorkerInstance } from './worker-tenure';

/** The worker that answers whoever is waiting; it has no part in the background work, so it never waits for it either. */
export interface Answers extends Search {
  /** Everything was erased: ends the worker with all that it remembers. */
  reset(): void;
  /** Whether no worker runs. */
  isAtRest(): boolean;
}

const START_MS = 20_000;
const SILENCE_MS = 20_000;
const IDLE_MS = 5 * 60_000;

export function createAnswers(options: {
  spawn(): WorkerInstance<Remote<AnswersApi>>;
  newOwner(): string;
}): Answers {
  const worker = createSupervisor<Remote<AnswersApi>>({
    ...options,
    startMs: START_MS,
    silenceMs: SILENCE_MS,
    idleMs: IDLE_MS,
    onLoss: async () => {},
  });
  return {
    ask: (request) => worker.run((api) => api.search(request)),
    reset: worker.stop,
    isAtRest: () => !worker.hasWorker(),
  };
}
