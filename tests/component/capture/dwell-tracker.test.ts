import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDwellTracker, type DwellTracker, type Watched } from '@/lib/capture/dwell-tracker';

const WINDOW_HEIGHT = 800;

/** Reports as near whatever a test says is near. */
class FakeObserver {
  static latest: FakeObserver;
  readonly observed = new Set<Element>();

  constructor(private readonly callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    FakeObserver.latest = this;
  }

  observe(element: Element) {
    this.observed.add(element);
  }

  unobserve(element: Element) {
    this.observed.delete(element);
  }

  disconnect() {
    this.observed.clear();
  }

  report(target: Element, isIntersecting: boolean) {
    this.callback([{ target, isIntersecting }]);
  }
}

let now: number;
let isVisible: boolean;
let tracker: DwellTracker;

beforeEach(() => {
  now = 0;
  isVisible = true;
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  tracker = createDwellTracker({
    now: () => now,
    isPageVisible: () => isVisible,
    viewportHeight: () => WINDOW_HEIGHT,
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** An element that stands at a place in the window, is near it, and is watched. */
function watch(top: number, height: number, from = 0, to = 1): Watched {
  const element = document.createElement('p');
  document.body.append(element);
  element.getBoundingClientRect = () => ({ top, height }) as DOMRect;
  const watched = { element, from, to, dwellMs: 0 };
  tracker.watch(watched);
  FakeObserver.latest.report(element, true);
  return watched;
}

function pass(durationMs: number): void {
  now += durationMs;
  tracker.sample();
}

describe('a dwell tracker', () => {
  it.each([
    ['wholly in view', 100, 200, 500],
    ['cut at the top, most of it in view', -50, 200, 500],
    ['cut at the top, little of it in view', -150, 200, 0],
    ['just below the window', 800, 200, 0],
    ['just above the window', -200, 200, 0],
    ['taller than the window, filling it', -1_000, 4_000, 500],
    ['taller than the window, barely in view', 600, 4_000, 0],
  ])('counts an element %s', (_where, top, height, expected) => {
    const watched = watch(top, height);
    pass(500);
    expect(watched.dwellMs).toBe(expected);
  });

  it('counts only the part of a long element that is in view', () => {
    const first = watch(-500, 1_000, 0, 0.5);
    const second = { ...first, from: 0.5, to: 1 };
    tracker.watch(second);
    pass(500);
    expect([first.dwellMs, second.dwellMs]).toEqual([0, 500]);
  });

  it('adds up over looks, and stops counting when the element leaves', () => {
    const watched = watch(100, 200);
    pass(300);
    pass(300);
    FakeObserver.latest.report(watched.element, false);
    pass(300);
    expect(watched.dwellMs).toBe(600);
  });

  it('does not count while the page is not visible, nor the time until it is again', () => {
    const watched = watch(100, 200);
    isVisible = false;
    pass(60_000);
    isVisible = true;
    pass(400);
    expect(watched.dwellMs).toBe(400);
  });

  it('takes a long pause between two samples for sleep', () => {
    const watched = watch(100, 200);
    pass(3_600_000);
    expect(watched.dwellMs).toBe(1_000);
  });

  it('lets go of elements that the page removed, and of all when it is stopped', () => {
    const watched = watch(100, 200);
    watched.element.remove();
    pass(500);
    expect(watched.dwellMs).toBe(0);
    expect(FakeObserver.latest.observed.has(watched.element)).toBe(false);
    watch(100, 200);
    tracker.stop();
    expect(FakeObserver.latest.observed.size).toBe(0);
  });
});
