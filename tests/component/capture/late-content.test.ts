import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForLateContent } from '@/lib/capture/late-content';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Changes the page and lets its observers hear of it. */
async function change(): Promise<void> {
  document.body.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(0);
}

describe('watchForLateContent', () => {
  it('looks again two seconds after a change, once for many changes', async () => {
    const rescan = vi.fn(async () => ({ spentMs: 1, foundNew: true }));
    const stop = watchForLateContent({ root: document, rescan }, 1);
    for (let index = 0; index < 50; index += 1) await change();
    await vi.advanceTimersByTimeAsync(1_900);
    expect(rescan).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(rescan).toHaveBeenCalledTimes(1);
    stop();
  });

  it('looks so seldom that half a second of work a minute is enough', async () => {
    const rescan = vi.fn(async () => ({ spentMs: 100, foundNew: true }));
    const stop = watchForLateContent({ root: document, rescan }, 100);
    for (let second = 0; second < 60; second += 1) {
      await change();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(rescan.mock.calls.length * 100).toBeLessThanOrEqual(500);
    expect(rescan).toHaveBeenCalled();
    stop();
  });

  it('lets a page be that keeps changing without new text', async () => {
    const rescan = vi.fn(async () => ({ spentMs: 1, foundNew: false }));
    const stop = watchForLateContent({ root: document, rescan }, 1);
    for (let index = 0; index < 40; index += 1) {
      await change();
      await vi.advanceTimersByTimeAsync(2_100);
    }
    expect(rescan).toHaveBeenCalledTimes(30);
    stop();
  });

  it('does not look after it was stopped', async () => {
    const rescan = vi.fn(async () => ({ spentMs: 1, foundNew: true }));
    const stop = watchForLateContent({ root: document, rescan }, 1);
    await change();
    stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rescan).not.toHaveBeenCalled();
  });
});
