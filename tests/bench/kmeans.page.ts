import { proxy, wrap } from 'comlink';
import type { AnswersApi } from '@/lib/engine/worker-api';
import { makeMixture } from './mixtures';

export { seed } from './refit.page';

const QUESTIONS = ['worth knowing', 'passage words', 'what is said', 'more than eight'];

/** Starts a worker and leaves it alone; what is measured is evaluated in it. */
export function startIdleWorker(path: string): void {
  new Worker(new URL(path, location.href), { type: 'module' });
}

let answers: ReturnType<typeof wrap<AnswersApi>> | undefined;

/** Starts the worker that answers, and waits until it has read everything. */
export async function startAnswers(path: string): Promise<void> {
  answers = wrap<AnswersApi>(new Worker(new URL(path, location.href), { type: 'module' }));
  // The model answers at once: only the search is timed.
  await answers.start(
    proxy(async (texts) =>
      makeMixture({ count: texts.length, dimension: 384, parts: 1, separation: 1, skew: 0, seed: 1 }),
    ),
  );
  await ask(0);
}

/**
 * Asks questions at a steady pace.
 *
 * @returns milliseconds from when each question was due until its answer was there
 */
export async function searchFor(durationMs: number, paceMs: number): Promise<number[]> {
  const startedAt = performance.now();
  const waits: number[] = [];
  for (let dueAt = startedAt; dueAt < startedAt + durationMs; dueAt += paceMs) {
    while (performance.now() < dueAt)
      await new Promise((resolve) => setTimeout(resolve, dueAt - performance.now()));
    await ask(waits.length);
    waits.push(performance.now() - dueAt);
  }
  return waits;
}

async function ask(number: number): Promise<void> {
  const text = QUESTIONS[number % QUESTIONS.length] ?? '';
  await answers?.search({ text, filters: {}, limit: 20 });
}
