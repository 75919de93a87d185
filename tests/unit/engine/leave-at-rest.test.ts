import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveAtRest, type StayFor } from '@/lib/engine/leave-at-rest';

const LOOK_MS = 60_000;

describe('leaving at rest', () => {
  const leave = vi.fn();
  let atRest = true;
  let stayFor: StayFor;

  beforeEach(() => {
    vi.useFakeTimers();
    leave.mockClear();
    atRest = true;
    stayFor = leaveAtRest({ isAtRest: () => atRest, leave });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives what has just been asked for time to begin', () => {
    vi.advanceTimersByTime(2 * LOOK_MS - 1);
    expect(leave).not.toHaveBeenCalled();
  });

  it('leaves after two looks at which nothing ran', () => {
    vi.advanceTimersByTime(2 * LOOK_MS);
    expect(leave).toHaveBeenCalledOnce();
  });

  it('stays while something runs, and counts anew afterwards', () => {
    vi.advanceTimersByTime(LOOK_MS);
    atRest = false;
    vi.advanceTimersByTime(10 * LOOK_MS);
    atRest = true;
    vi.advanceTimersByTime(LOOK_MS);
    expect(leave).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LOOK_MS);
    expect(leave).toHaveBeenCalledOnce();
  });

  it.each([
    ['done', async () => 'done'],
    ['failed', () => Promise.reject(new Error('no model'))],
  ])('stays for work that has not begun to run yet until it is %s', async (_, end) => {
    const work = stayFor(new Promise((resolve) => setTimeout(resolve, 5 * LOOK_MS)).then(end));
    const settled = Promise.allSettled([work]);
    await vi.advanceTimersByTimeAsync(5 * LOOK_MS);
    expect(leave).not.toHaveBeenCalled();
    await settled;
    await vi.advanceTimersByTimeAsync(2 * LOOK_MS);
    expect(leave).toHaveBeenCalledOnce();
  });
});
