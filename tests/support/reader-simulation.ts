import type { BlockKind } from '@/lib/domain/reading/model';
import { ReadingProgress } from '@/lib/domain/reading/reading-progress';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import { shareAttention } from '@/lib/domain/reading/share-attention';

export interface SimulatedText {
  readonly words: number;
  readonly kind?: BlockKind;
  /** Empty space below, in pixels: a picture, a margin. */
  readonly gap?: number;
}

export interface SimulatedPage {
  readonly progress: readonly ReadingProgress[];
  /** Time that reading all of it takes at average speed, in milliseconds. */
  readonly expectedMs: number;
  readonly height: number;
  /** Time spent looking so far, in milliseconds. */
  spentMs(): number;
  /** Looks at the window that begins at `top` for a while. */
  look(top: number, durationMs: number): void;
}

const SAMPLE_MS = 250;
const WINDOW_HEIGHT = 800;
const LINE_WORDS = 14;
const LINE_HEIGHT = 26;

/** A page of one column, lines of 14 words of 26 pixels, in a window 800 pixels high. */
export function simulatePage(texts: readonly SimulatedText[]): SimulatedPage {
  let height = 0;
  let clockMs = 0;
  const placed = texts.map(({ words, kind = 'prose', gap = LINE_HEIGHT }) => {
    const text = Array(words).fill('word').join(' ');
    const progress = new ReadingProgress(text, kind, { speed: AVERAGE_SPEED, timeScale: 1 });
    const lines = Math.ceil(words / LINE_WORDS);
    const place = { progress, top: height, height: lines * LINE_HEIGHT };
    height += place.height + gap;
    return place;
  });
  const sample = (top: number, elapsedMs: number) => {
    const inView = placed.flatMap(({ progress, top: start, height: size }) => {
      const from = Math.max((top - start) / size, 0);
      const to = Math.min((top + WINDOW_HEIGHT - start) / size, 1);
      return to > from ? [{ progress, from, to }] : [];
    });
    clockMs += elapsedMs;
    shareAttention(inView, elapsedMs, clockMs);
  };
  return {
    progress: placed.map(({ progress }) => progress),
    expectedMs: placed.reduce((sum, { progress }) => sum + progress.expectedMs, 0),
    height,
    spentMs: () => clockMs,
    look: (top, durationMs) => {
      for (let spent = 0; spent < durationMs; spent += SAMPLE_MS)
        sample(top, Math.min(SAMPLE_MS, durationMs - spent));
    },
  };
}

/** Where on the window somebody reads who scrolls: a little above its middle. */
const READING_LINE = 0.4 * WINDOW_HEIGHT;

/** Reads a page from top to bottom at a multiple of the average speed, scrolling in even steps. */
export function readThrough(page: SimulatedPage, timesSpeed: number, stepPixels = 40): void {
  const msPerPixel = page.expectedMs / timesSpeed / page.height;
  const lastTop = Math.max(page.height - WINDOW_HEIGHT, 0);
  for (let line = 0; line < page.height; line += stepPixels) {
    page.look(Math.min(Math.max(line - READING_LINE, 0), lastTop), stepPixels * msPerPixel);
  }
}
