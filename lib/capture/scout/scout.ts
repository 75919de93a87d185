import { watchPresence } from './presence';
import { hasReadingMatter } from './reading-matter';

/** What came of asking for a reader: it is on its way, the learner does not want it now, or nobody heard. */
export type Answer = 'begun' | 'refused' | 'unheard';

export interface ScoutOptions {
  readonly ask: () => Promise<Answer>;
  /** False when the extension was updated or removed under this script. */
  readonly isAlive: () => boolean;
  /** Called once, when the reader takes over or nothing is left to do. */
  readonly onEnd: () => void;
}

export interface Scout {
  /** Something changed in what the learner allows: an earlier refusal no longer counts. */
  tryAgain(): void;
}

/** A page must be in view this long before anything looks at it, and whatever ends the scout is noticed within it. */
const TICK_MS = 400;

/** Pauses between looks at a page without reading matter: they double up to a bound, however long the page stays open. */
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 3_200;

/**
 * Waits until the learner sees the page and there is something to read in it, and asks for a reader then. Until that moment
 * it costs a look at a few thousand nodes every few seconds, and nothing at all in a page that is out of sight.
 */
export function startScout({ ask, isAlive, onEnd }: ScoutOptions): Scout {
  const ending = new AbortController();
  let timer: ReturnType<typeof setInterval> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let nextLookAt = 0;
  let hasAsked = false;

  const end = () => {
    clearInterval(timer);
    ending.abort();
    onEnd();
  };

  const waitLonger = () => {
    nextLookAt = performance.now() + pauseMs;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  const look = async () => {
    if (ending.signal.aborted || hasAsked || !hasReadingMatter(document)) return;
    hasAsked = true;
    const answer = await ask();
    if (ending.signal.aborted) return;
    if (answer === 'begun') end();
    if (answer === 'unheard') hasAsked = false;
  };

  const tick = () => {
    if (!isAlive()) end();
    else if (!hasAsked && performance.now() >= nextLookAt) {
      waitLonger();
      requestIdleCallback(() => void look(), { timeout: 1_000 });
    }
  };

  watchPresence((isPresent) => {
    clearInterval(timer);
    if (isPresent) timer = setInterval(tick, TICK_MS);
  }, ending.signal);

  return {
    tryAgain: () => {
      hasAsked = false;
      pauseMs = FIRST_PAUSE_MS;
      nextLookAt = 0;
    },
  };
}
