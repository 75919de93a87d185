import type { ReadingProgress } from '@/lib/domain/reading/reading-progress';
import { shareAttention, type TextInView } from '@/lib/domain/reading/share-attention';
import { type Held, NearTexts } from './near-texts';
import { type Place, placeOfAll, type Span } from './window-view';

/** A text that is read in a part of its elements' height, from 0 to 1. */
export interface Watched extends Held {
  readonly from: number;
  readonly to: number;
  readonly progress: ReadingProgress;
}

export interface DwellSurroundings {
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Whether the learner can see the page at all; having the focus is not needed to be read. */
  readonly isPageVisible: () => boolean;
  /** Whether the learner has done nothing for longer than reading what is in view explains, in milliseconds. */
  readonly isIdle: (expectedInViewMs: number) => boolean;
  /** The part of this window that the learner can see. */
  readonly windowSpan: () => Span;
}

export interface DwellTracker {
  watch(watched: Watched): void;
  /**
   * Gives the learner's time since the last call to what is in view, and returns how much that was, in milliseconds.
   *
   * @param isLeaving the page goes: what was in view at the last call counts, since a page that goes is costly to measure
   */
  sample(isLeaving?: boolean): number;
  /** Forgets what it watches. */
  clear(): void;
}

/** A longer pause between two samples was sleep or a frozen page, not reading. */
const LONGEST_STEP_MS = 1_000;

/**
 * Measuring makes the browser lay out what the page changed. Where that takes long twice in a row, as on a page that never
 * rests, the next measure waits so many times as long, and what was in view before counts until then: a quarter of a
 * percent of the time at most. A single long one is a page that was just built, and says nothing about the next.
 */
const PAUSES_PER_MEASURE = 400;
const LONG_MEASURE_MS = 2.5;

/**
 * Measures how much of the learner's time each text gets. The browser says which elements come near the window; only those
 * are measured at each sample. To be sampled also when the page is shown or hidden, since time counts as what it was at its
 * beginning.
 */
export function createDwellTracker(surroundings: DwellSurroundings): DwellTracker {
  const texts = new NearTexts<Watched>();
  let last = surroundings.now();
  let wasVisible = surroundings.isPageVisible();
  let inView: readonly TextInView[] = [];
  let nextMeasureAt = last;
  let lastMeasureMs = 0;
  let expectedInViewMs = 0;
  let spentMs = 0;
  const measure = () => {
    const start = surroundings.now();
    inView = [...texts.measure(surroundings.windowSpan())].flatMap(([watched, places]) =>
      partInView(watched, placeOfAll(watched.elements ?? [], places)),
    );
    const end = surroundings.now();
    const usualMs = Math.min(end - start, lastMeasureMs);
    lastMeasureMs = end - start;
    nextMeasureAt = usualMs < LONG_MEASURE_MS ? end : end + usualMs * PAUSES_PER_MEASURE;
  };

  return {
    watch: (watched) => texts.watch(watched),
    sample: (isLeaving = false) => {
      const now = surroundings.now();
      const elapsedMs = Math.min(now - last, LONGEST_STEP_MS);
      const counts = wasVisible && !surroundings.isIdle(expectedInViewMs);
      last = now;
      wasVisible = !isLeaving && surroundings.isPageVisible();
      if (!counts) return 0;
      spentMs += elapsedMs;
      if (!isLeaving && now >= nextMeasureAt) measure();
      expectedInViewMs = shareAttention(inView, elapsedMs, spentMs);
      return elapsedMs;
    },
    clear: () => {
      texts.clear();
      inView = [];
    },
  };
}

function partInView({ from, to, progress }: Watched, { place, visible }: Place): TextInView[] {
  const height = place.bottom - place.top;
  const top = place.top + from * height;
  const size = (to - from) * height;
  if (size <= 0) return [];
  const shown = { from: (visible.top - top) / size, to: (visible.bottom - top) / size };
  const part = { progress, from: Math.max(shown.from, 0), to: Math.min(shown.to, 1) };
  return part.to > part.from ? [part] : [];
}
