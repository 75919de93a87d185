import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ContentWatch, type LookOutcome, watchContent } from '@/lib/capture/late-content';

let content: ContentWatch;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
});

afterEach(() => {
  content.stop();
  vi.useRealTimers();
});

const FIRST_LOOK_MS = 50;

/** Watches the page, which was looked at once. */
async function watch(outcome: LookOutcome) {
  const look = vi.fn(async () => outcome);
  content = watchContent(look);
  content.observe(document);
  await vi.advanceTimersByTimeAsync(FIRST_LOOK_MS);
  expect(look).toHaveBeenCalledTimes(1);
  look.mockClear();
  return look;
}

/** Changes the page and lets its observers hear of it. */
async function change(tree: Node = document.body): Promise<void> {
  tree.appendChild(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(0);
}

describe('watchContent', () => {
  it('does not look before whoever changed the address had a chance to change the page', () => {
    const look = vi.fn(async () => ({ spentMs: 1, foundNew: true }));
    content = watchContent(look);
    expect(look).not.toHaveBeenCalled();
  });

  it('looks again once for many changes, soon at first, later every two seconds', async () => {
    const look = await watch({ spentMs: 1, foundNew: true });
    for (const pauseMs of [500, 1_000, 2_000, 2_000]) {
      for (let index = 0; index < 50; index += 1) await change();
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      expect(look).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(look).toHaveBeenCalledTimes(1);
      look.mockClear();
    }
  });

  it('looks again for what came during a look', async () => {
    let finish: (outcome: LookOutcome) => void = () => undefined;
    const look = vi.fn(() => new Promise<LookOutcome>((resolve) => (finish = resolve)));
    content = watchContent(look);
    content.observe(document);
    await vi.advanceTimersByTimeAsync(FIRST_LOOK_MS);
    await change();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).toHaveBeenCalledTimes(1);
    finish({ spentMs: 1, foundNew: true });
    await vi.advanceTimersByTimeAsync(500);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('notices changes in every tree that it is told of', async () => {
    const shadow = document.createElement('div').attachShadow({ mode: 'open' });
    const look = await watch({ spentMs: 1, foundNew: true });
    await change(shadow);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(look).not.toHaveBeenCalled();
    content.observe(shadow);
    await change(shadow);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks so seldom that half a second of work a minute is enough', async () => {
    const look = await watch({ spentMs: 100, foundNew: true });
    for (let second = 0; second < 60; second += 1) {
      await change();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(look.mock.calls.length * 100).toBeLessThanOrEqual(500);
    expect(look).toHaveBeenCalled();
  });

  it('looks seldom at a page that keeps changing without new text, and sees what comes after all', async () => {
    let foundNew = false;
    const look = vi.fn(async () => ({ spentMs: 1, foundNew }));
    content = watchContent(look);
    content.observe(document);
    const looksIn = async (seconds: number) => {
      look.mockClear();
      for (let second = 0; second < seconds; second += 1) {
        await change();
        await vi.advanceTimersByTimeAsync(1_000);
      }
      return look.mock.calls.length;
    };
    await looksIn(120);
    expect(await looksIn(60)).toBe(4);
    foundNew = true;
    await looksIn(15);
    expect(await looksIn(60)).toBeGreaterThan(20);
  });

  it('goes on looking after a look failed', async () => {
    const look = vi.fn(async () => ({ spentMs: 1, foundNew: true }));
    look.mockRejectedValueOnce(new Error('of the page'));
    content = watchContent(look);
    content.observe(document);
    await vi.advanceTimersByTimeAsync(FIRST_LOOK_MS);
    await change();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('does not look after it was stopped', async () => {
    const look = await watch({ spentMs: 1, foundNew: true });
    await change();
    content.stop();
    content.observe(document);
    await change();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).not.toHaveBeenCalled();
  });
});
