import type { ReadingReport } from '@/lib/domain/reading/model';

/** What became of a report: stored, to be tried again, refused for good, or the extension is gone. */
export type Delivery = 'delivered' | 'again' | 'refused' | 'gone';

export interface OutboxOptions {
  readonly deliver: (report: ReadingReport) => Promise<Delivery>;
  readonly pause: (durationMs: number) => Promise<void>;
}

export interface Outbox {
  /** Takes a report and sees to its delivery. Returns false when 50 wait already: try again later. */
  post(report: ReadingReport): boolean;
  /** Sends all that waits at once, for a page that is about to go and will not hear of its delivery. */
  sendAll(): void;
  /** Begins anew with what waits, for a page that was kept alive: what was asked before it slept is never answered. */
  resume(): void;
  /** Forgets what waits. */
  clear(): void;
}

const MOST_WAITING = 50;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Reports on their way, one after another, each until it is acknowledged: reports may arrive twice, but none is lost. */
export function createOutbox({ deliver, pause }: OutboxOptions): Outbox {
  const waiting: ReadingReport[] = [];
  let rounds = 0;
  let isRunning = false;

  /** Delivers until nothing waits, or until another round takes over. */
  const run = async () => {
    rounds += 1;
    const round = rounds;
    isRunning = true;
    let failures = 0;
    for (let report = waiting[0]; report !== undefined; report = waiting[0]) {
      const delivery = await deliver(report);
      if (round !== rounds) return;
      if (delivery === 'again') {
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
        if (round !== rounds) return;
        failures += 1;
        continue;
      }
      failures = 0;
      if (delivery === 'gone') waiting.length = 0;
      if (waiting[0] === report) waiting.shift();
    }
    isRunning = false;
  };

  return {
    post: (report) => {
      if (waiting.length >= MOST_WAITING) return false;
      waiting.push(report);
      if (!isRunning) void run();
      return true;
    },
    sendAll: () => {
      for (const report of waiting) void deliver(report);
    },
    resume: () => void run(),
    clear: () => {
      waiting.length = 0;
    },
  };
}
