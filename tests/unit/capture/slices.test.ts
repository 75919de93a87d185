import { describe, expect, it } from 'vitest';
import { runInSlices } from '@/lib/capture/slices';

/** Work whose every step takes three milliseconds of a clock that stands still otherwise. */
function slowWork(steps: number) {
  const clock = { now: 0, breaths: 0, longestSlice: 0, sliceStart: 0 };
  function* work(): Generator<number | undefined, void> {
    for (let step = 0; step < steps; step += 1) {
      clock.now += 3;
      clock.longestSlice = Math.max(clock.longestSlice, clock.now - clock.sliceStart);
      yield step % 2 === 0 ? step : undefined;
    }
  }
  const breathe = async () => {
    clock.breaths += 1;
    clock.now += 1_000;
    clock.sliceStart = clock.now;
  };
  return { work: work(), clock, options: { now: () => clock.now, breathe, isCancelled: () => false } };
}

describe('runInSlices', () => {
  it('collects everything in order, and counts the time without the breaths', async () => {
    const { work, options } = slowWork(100);
    const { items, spentMs } = await runInSlices(work, options);
    expect(items).toEqual(Array.from({ length: 50 }, (_, index) => index * 2));
    expect(spentMs).toBe(300);
  });

  it('gives way to the page long before a task becomes a long task', async () => {
    const { work, clock, options } = slowWork(100);
    await runInSlices(work, options);
    expect(clock.breaths).toBeGreaterThan(10);
    expect(clock.longestSlice).toBeLessThan(20);
  });

  it('stops between two slices when it is cancelled', async () => {
    const { work, clock, options } = slowWork(100);
    const { items } = await runInSlices(work, { ...options, isCancelled: () => clock.breaths >= 2 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(20);
  });

  it('is done at once with nothing to do', async () => {
    const { work, options } = slowWork(0);
    expect(await runInSlices(work, options)).toEqual({ items: [], spentMs: 0 });
  });
});
