/** A time that can be stopped and gone on with. */
export interface Countdown {
  /** Runs, or goes on with the time that was left. */
  run(): void;
  /** Waits until it is run again. */
  hold(): void;
}

/** @param now milliseconds on a clock that only goes forward */
export function createCountdown(durationMs: number, now: () => number, onEnd: () => void): Countdown {
  let leftMs = durationMs;
  let startedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    run: () => {
      if (timer !== undefined) return;
      startedAt = now();
      timer = setTimeout(onEnd, leftMs);
    },
    hold: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      leftMs -= now() - startedAt;
    },
  };
}
