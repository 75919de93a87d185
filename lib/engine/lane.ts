import { URGENCIES, type Urgency } from '@/lib/app/ports/encoder';

type Start = () => Promise<unknown>;

/** Runs tasks one at a time, the most urgent first. */
export interface Lane {
  run<Value>(task: () => Promise<Value>, urgency: Urgency): Promise<Value>;
}

/**
 * Without a lane, a question asked while a hundred passages are embedded would be answered after all of them.
 *
 * @param takeTurn lets whatever else waits in this thread happen between two tasks; a task that computes without a pause
 * keeps the message with the question from being read
 */
export function createLane(takeTurn: () => Promise<void> = async () => {}): Lane {
  const waiting: Record<Urgency, Start[]> = { query: [], view: [], backlog: [] };
  let running = false;

  const take = () =>
    URGENCIES.map((urgency) => waiting[urgency])
      .find(({ length }) => length > 0)
      ?.shift();
  const drain = async () => {
    if (running) return;
    running = true;
    for (let next = take(); next; next = take()) {
      await next();
      await takeTurn();
    }
    running = false;
  };

  return {
    run: (task, urgency) =>
      new Promise((resolve, reject) => {
        waiting[urgency].push(() => task().then(resolve, reject));
        void drain();
      }),
  };
}
