import type { Clock, EpochMs } from '@/lib/domain/shared/clock';

export interface WorkLoopOptions {
  /** When the next piece of work can start; absent when none waits. */
  nextDueAt(): Promise<EpochMs | undefined>;
  /** Called before the first of several pieces. */
  onBusy(): Promise<void>;
  /** Does one piece of work; false when somebody else has taken it. */
  step(): Promise<boolean>;
  /** Called when the work has run out after at least one piece, or after a failure. */
  onDry(): Promise<void>;
  /** Called when a step throws; the loop then pauses, which no nudge shortens. */
  onFailure(thrown: unknown): Promise<void>;
  readonly now: Clock;
}

export interface WorkLoop {
  /** There may be work: start now, or look once more before resting. */
  wake(): void;
  /** Starts now even in a pause after a failure: somebody says that the cause is gone. */
  tryAgain(): void;
  /** Whether only a nudge can start it again: nothing waits, not even for later. */
  isAtRest(): boolean;
}

const FIRST_PAUSE_MS = 5_000;
const PAUSE_FACTOR = 4;
const LONGEST_PAUSE_MS = 2 * 60_000;

const SHORTEST_REST_MS = 200;
const LONGEST_REST_MS = 60_000;

/**
 * Works while something is due, then rests until a nudge or until the next piece can start. A failure makes it pause, the
 * longer the more there were one after the other.
 */
export function createWorkLoop(options: WorkLoopOptions): WorkLoop {
  let state: 'resting' | 'working' | 'paused' = 'resting';
  let nudged = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wakeIn = (durationMs: number) => {
    timer = setTimeout(() => {
      state = 'resting';
      wake();
    }, durationMs);
  };
  const step = async () => {
    const done = await options.step();
    failures = 0;
    return done;
  };
  const workThenRest = async () => {
    try {
      let dueAt: EpochMs | undefined;
      do {
        nudged = false;
        dueAt = await workUntilDry({ ...options, step });
        if (failures > 0) await options.onDry();
        failures = 0;
      } while (nudged);
      state = 'resting';
      if (dueAt !== undefined)
        wakeIn(Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, dueAt - options.now())));
    } catch (thrown) {
      state = 'paused';
      wakeIn(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * PAUSE_FACTOR ** failures));
      failures += 1;
      await options.onFailure(thrown);
    }
  };
  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    state = 'working';
    void workThenRest();
  };
  const wake = () => {
    nudged = true;
    if (state === 'resting') start();
  };
  const tryAgain = () => {
    nudged = true;
    if (state !== 'working') start();
  };
  return { wake, tryAgain, isAtRest: () => state === 'resting' && timer === undefined };
}

async function workUntilDry(options: WorkLoopOptions): Promise<EpochMs | undefined> {
  const isDue = (instant: EpochMs | undefined) => instant !== undefined && instant <= options.now();
  let done = 0;
  let dueAt = await options.nextDueAt();
  if (isDue(dueAt)) await options.onBusy();
  while (isDue(dueAt) && (await options.step())) {
    done += 1;
    dueAt = await options.nextDueAt();
  }
  if (done > 0) await options.onDry();
  return dueAt;
}
