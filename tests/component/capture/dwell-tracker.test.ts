import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDwellTracker, type DwellTracker, type Watched } from '@/lib/capture/dwell-tracker';
import { ReadingProgress } from '@/lib/domain/reading/reading-progress';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import { FakeObserver, place } from '../../support/fake-observer';

const WINDOW_HEIGHT = 800;
const TEN_SECONDS = Array(40).fill('word').join(' ');

let now: number;
let isVisible: boolean;
let idleLimits: number[];
let isIdle: boolean;
let tracker: DwellTracker;

beforeEach(() => {
  now = 0;
  isVisible = true;
  isIdle = false;
  idleLimits = [];
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  tracker = createDwellTracker({
    now: () => now,
    isPageVisible: () => isVisible,
    isIdle: (expectedMs) => {
      idleLimits.push(expectedMs);
      return isIdle;
    },
    windowSpan: () => ({ top: 0, bottom: WINDOW_HEIGHT }),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const createProgress = () =>
  new ReadingProgress(TEN_SECONDS, 'prose', { speed: AVERAGE_SPEED, timeScale: 1 });

/** An element that stands at a place in the window, is near it, and is watched. */
function watch(top: number, height: number): Watched {
  const element = document.createElement('p');
  document.body.append(element);
  place(element, top, height);
  const watched = { element, from: 0, to: 1, progress: createProgress() };
  tracker.watch(watched);
  FakeObserver.latest.report(element, true);
  return watched;
}

function pass(durationMs: number): number {
  now += durationMs;
  return tracker.sample();
}

describe('a dwell tracker', () => {
  it.each([
    ['wholly in view', 100, 200, 500],
    ['cut at the top', -150, 200, 500],
    ['just below the window', 800, 200, 0],
    ['just above the window', -200, 200, 0],
    ['taller than the window', -1_000, 4_000, 500],
    ['without height', 100, 0, 0],
  ])('gives time to a text %s', (_where, top, height, expected) => {
    const { progress } = watch(top, height);
    expect(pass(500)).toBe(500);
    expect(progress.dwellMs).toBe(expected);
  });

  it('divides the time by how much of each text is in view', () => {
    const whole = watch(100, 200);
    const half = watch(700, 200);
    pass(900);
    expect(whole.progress.dwellMs).toBeCloseTo(600);
    expect(half.progress.dwellMs).toBeCloseTo(300);
  });

  it('tells the parts of a long element apart', () => {
    const first = watch(-500, 1_000);
    const upper = { ...first, to: 0.5, progress: createProgress() };
    const lower = { ...first, from: 0.5, progress: createProgress() };
    tracker.clear();
    tracker.watch(upper);
    tracker.watch(lower);
    FakeObserver.latest.report(first.element, true);
    pass(500);
    expect([upper.progress.dwellMs, lower.progress.dwellMs]).toEqual([0, 500]);
  });

  it('adds up over samples, and stops when the element leaves', () => {
    const { element, progress } = watch(100, 200);
    pass(300);
    pass(300);
    FakeObserver.latest.report(element, false);
    pass(300);
    expect(progress.dwellMs).toBe(600);
  });

  it('counts time until the page is hidden, and none until it is shown again', () => {
    const { progress } = watch(100, 200);
    isVisible = false;
    expect(pass(200)).toBe(200);
    expect(pass(60_000)).toBe(0);
    isVisible = true;
    expect(pass(700)).toBe(0);
    pass(400);
    expect(progress.dwellMs).toBe(600);
  });

  it('does not count while the learner is idle, for which it tells how long the view takes to read', () => {
    const { progress } = watch(100, 200);
    pass(500);
    isIdle = true;
    expect(pass(500)).toBe(0);
    expect(progress.dwellMs).toBe(500);
    expect(idleLimits.at(-1)).toBeCloseTo(progress.expectedMs);
  });

  it('counts for a page that goes what was in view before, and measures nothing any more', () => {
    const watched = watch(100, 200);
    pass(200);
    const measure = vi.spyOn(watched.element, 'getBoundingClientRect');
    now += 300;
    expect(tracker.sample(true)).toBe(300);
    expect(watched.progress.dwellMs).toBe(500);
    expect(pass(300)).toBe(0);
    expect(measure).not.toHaveBeenCalled();
  });

  it('measures seldom where measuring takes long, and lets what was in view before count meanwhile', () => {
    const watched = watch(100, 200);
    const measure = vi.spyOn(watched.element, 'getBoundingClientRect').mockImplementation(() => {
      now += 10;
      return { top: 100, bottom: 300, height: 200 } as DOMRect;
    });
    for (let tick = 0; tick < 20; tick += 1) pass(240);
    expect(measure).toHaveBeenCalledTimes(3);
    expect(watched.progress.dwellMs).toBe(20 * 240 + 30);
  });

  it('goes on measuring a page that took long to be laid out once', () => {
    const watched = watch(100, 200);
    const costsMs = [50];
    const measure = vi.spyOn(watched.element, 'getBoundingClientRect').mockImplementation(() => {
      now += costsMs.shift() ?? 0;
      return { top: 100, bottom: 300, height: 200 } as DOMRect;
    });
    for (let tick = 0; tick < 20; tick += 1) pass(240);
    expect(measure).toHaveBeenCalledTimes(20);
  });

  it('takes a long pause between two samples for sleep', () => {
    const { progress } = watch(100, 200);
    pass(3_600_000);
    expect(progress.dwellMs).toBe(1_000);
  });

  it('gives no time to what the page removed, and goes on when it comes back', () => {
    const { element, progress } = watch(100, 200);
    element.remove();
    pass(500);
    expect(progress.dwellMs).toBe(0);
    document.body.append(element);
    pass(500);
    expect(progress.dwellMs).toBe(500);
    element.remove();
    FakeObserver.latest.report(element, false);
    document.body.append(element);
    FakeObserver.latest.report(element, true);
    pass(500);
    expect(progress.dwellMs).toBe(1_000);
  });

  it('lets go of all when it is cleared', () => {
    watch(100, 200);
    tracker.clear();
    expect(FakeObserver.latest.observed.size).toBe(0);
  });
});

describe('a text that several elements hold', () => {
  /** Lines of 100 pixels from the top of the window on. */
  function watchLines(count: number): Watched {
    const elements = Array.from({ length: count }, (_, index) => {
      const line = document.createElement('li');
      document.body.append(line);
      place(line, index * 100, 100);
      return line;
    });
    const [element = document.body] = elements;
    const watched = { element, elements, from: 0, to: 1, progress: createProgress() };
    tracker.watch(watched);
    return watched;
  }

  const report = ({ elements = [] }: Watched, shown: readonly number[]) => {
    for (const [index, line] of elements.entries()) FakeObserver.latest.report(line, shown.includes(index));
  };

  it('shares its time once, by how much of all its elements is in view', () => {
    const lines = watchLines(4);
    const other = watch(0, 200);
    report(lines, [0, 1]);
    pass(900);
    expect(lines.progress.dwellMs).toBeCloseTo(300);
    expect(other.progress.dwellMs).toBeCloseTo(600);
  });

  it('has been seen when each element was, though a panel never shows all of them', () => {
    const lines = watchLines(4);
    report(lines, [0, 1]);
    for (let second = 0; second < 10; second += 1) pass(1_000);
    expect(lines.progress.isRead).toBe(false);
    report(lines, [2, 3]);
    for (let second = 0; second < 10; second += 1) pass(1_000);
    expect(lines.progress.isRead).toBe(true);
  });

  it('goes on when the page removes one of its elements', () => {
    const lines = watchLines(3);
    report(lines, [0, 1, 2]);
    lines.elements?.[0]?.remove();
    pass(500);
    expect(lines.progress.dwellMs).toBe(500);
  });
});

describe('a text in a frame of the same origin', () => {
  it('is in view where the frame and its window show it', () => {
    const frame = document.createElement('div');
    document.body.append(frame);
    place(frame, 600, 300);
    const texts = [0, 150, 290].map((top) => {
      const { element, progress } = watch(top, 100);
      const inner = { defaultView: { frameElement: frame, innerHeight: 300 } };
      Object.defineProperty(element, 'ownerDocument', { value: inner });
      return progress;
    });
    pass(900);
    // The window ends 200 pixels below the top of the frame: all of the first text, half of the second.
    expect(texts.map(({ dwellMs }) => Math.round(dwellMs))).toEqual([600, 300, 0]);
  });
});
