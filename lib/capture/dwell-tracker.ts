import { isConnected } from './blocks/dom-access';

/** Something whose time in view counts: a part of an element's height, from 0 to 1. */
export interface Watched {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
  dwellMs: number;
}

export interface DwellSurroundings {
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Whether the learner can see the page at all; having the focus is not needed to be read. */
  readonly isPageVisible: () => boolean;
  readonly viewportHeight: () => number;
}

export interface DwellTracker {
  watch(watched: Watched): void;
  /** Adds the time since the last call to everything in view, and returns that time and what has gained. */
  sample(): { readonly elapsedMs: number; readonly gained: readonly Watched[] };
  stop(): void;
}

/** A longer pause between two samples was sleep or a frozen page, not reading. */
const LONGEST_STEP_MS = 1_000;

/** In view means: most of it is visible, or it fills a good part of the window. */
const VISIBLE_SHARE = 0.6;
const WINDOW_SHARE = 0.4;

/**
 * Measures how long things are in view. The browser says which elements come near the window; only those are measured at
 * each sample.
 */
export function createDwellTracker(surroundings: DwellSurroundings): DwellTracker {
  const watchedIn = new Map<Element, Watched[]>();
  const near = new Set<Element>();
  let last = surroundings.now();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
  });

  const forget = (element: Element) => {
    observer.unobserve(element);
    near.delete(element);
    watchedIn.delete(element);
  };

  return {
    watch: (watched) => {
      const others = watchedIn.get(watched.element);
      if (others) others.push(watched);
      else {
        watchedIn.set(watched.element, [watched]);
        observer.observe(watched.element);
      }
    },
    sample: () => {
      const now = surroundings.now();
      const elapsedMs = Math.min(now - last, LONGEST_STEP_MS);
      last = now;
      if (!surroundings.isPageVisible()) return { elapsedMs: 0, gained: [] };
      const gained: Watched[] = [];
      for (const element of near) {
        if (!isConnected(element)) forget(element);
        else
          gained.push(...partsInView(element, watchedIn.get(element) ?? [], surroundings.viewportHeight()));
      }
      for (const watched of gained) watched.dwellMs += elapsedMs;
      return { elapsedMs, gained };
    },
    stop: () => {
      observer.disconnect();
      near.clear();
      watchedIn.clear();
    },
  };
}

function partsInView(element: Element, parts: readonly Watched[], windowHeight: number): Watched[] {
  const { top, height } = element.getBoundingClientRect();
  return parts.filter(({ from, to }) => {
    const visible = Math.min(top + to * height, windowHeight) - Math.max(top + from * height, 0);
    return (
      visible > 0 && visible >= Math.min(VISIBLE_SHARE * (to - from) * height, WINDOW_SHARE * windowHeight)
    );
  });
}
