const TICK_MS = 250;
const SHORTEST_TICK_MS = 50;
const REPORT_PAUSE_MS = 3_000;
const SHORTEST_REPORT_PAUSE_MS = 250;

/**
 * How long a reader waits before it looks again at what is in view, in milliseconds.
 *
 * @param timeScale how much faster than a person the page is read; 1 for people
 */
export function tickMs(timeScale: number): number {
  return Math.max(TICK_MS / timeScale, SHORTEST_TICK_MS);
}

/** How long a reader waits between two reports, in milliseconds. */
export function reportPauseMs(timeScale: number): number {
  return Math.max(REPORT_PAUSE_MS / timeScale, SHORTEST_REPORT_PAUSE_MS);
}
