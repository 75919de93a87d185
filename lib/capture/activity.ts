/** Signs of a learner at the device. `scroll` is heard at the document only: carousels scroll themselves. */
const SIGNS = [
  'pointermove',
  'pointerdown',
  'keydown',
  'wheel',
  'touchstart',
  'touchmove',
  'selectionchange',
  'scroll',
];

/** Without a sign for this long, and for twice what reading the text in view takes, nobody reads. */
const IDLE_AFTER_MS = 60_000;
const TIMES_EXPECTED = 2;

/** However fast a page is read: text that comes late is only looked for after seconds. */
const SHORTEST_IDLE_MS = 10_000;

/** Notices when the learner last did anything on the page. */
export interface Activity {
  /**
   * Whether there was no sign of the learner for longer than reading explains.
   *
   * @param expectedInViewMs time that reading what is in view takes, in milliseconds
   */
  readonly isIdle: (expectedInViewMs: number) => boolean;
  /** Takes this moment for a sign of the learner. */
  renew(): void;
  /** Hears the signs in a document, also when it was there already and has forgotten its listeners. */
  listenIn(page: Document): void;
  stop(): void;
}

/**
 * @param now milliseconds on a clock that only goes forward
 * @param timeScale how much faster than a person the page is read; 1 for people
 */
export function createActivity(now: () => number, timeScale: number): Activity {
  const idleAfterMs = Math.max(IDLE_AFTER_MS / timeScale, SHORTEST_IDLE_MS);
  const ending = new AbortController();
  let lastSignAt = now();
  const onSign = ({ isTrusted }: Event) => {
    if (isTrusted) lastSignAt = now();
  };
  return {
    isIdle: (expectedInViewMs) =>
      now() - lastSignAt > Math.max(idleAfterMs, expectedInViewMs * TIMES_EXPECTED),
    renew: () => {
      lastSignAt = now();
    },
    listenIn: (page) => {
      for (const sign of SIGNS)
        page.addEventListener(sign, onSign, {
          passive: true,
          capture: sign !== 'scroll',
          signal: ending.signal,
        });
    },
    stop: () => ending.abort(),
  };
}
