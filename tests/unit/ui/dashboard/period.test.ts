import { describe, expect, it } from 'vitest';
import { periodOf, UNTIL_NOW } from '@/lib/ui/dashboard/period';

const NO_DATES = { first: '', last: '' };
const NOW = new Date(2026, 2, 29, 14, 20).getTime();
const midnight = (month: number, day: number) => new Date(2026, month - 1, day).getTime();

describe('the time that a learner means', () => {
  it('reaches until now, by the clock on the wall', () => {
    expect(periodOf('hour', NOW, NO_DATES)).toEqual({ from: NOW - 3_600_000, to: UNTIL_NOW });
    expect(periodOf('today', NOW, NO_DATES)).toEqual({ from: midnight(3, 29), to: UNTIL_NOW });
    expect(periodOf('week', NOW, NO_DATES)).toEqual({ from: midnight(3, 23), to: UNTIL_NOW });
  });

  it('takes the first and the last day whole', () => {
    const days = periodOf('dates', NOW, { first: '2026-03-01', last: '2026-03-02' });
    expect(days).toEqual({ from: midnight(3, 1), to: midnight(3, 3) });
    const day = periodOf('dates', NOW, { first: '2026-03-01', last: '2026-03-01' });
    expect(day).toEqual({ from: midnight(3, 1), to: midnight(3, 2) });
  });

  it.each([
    ['', ''],
    ['2026-03-01', ''],
    ['', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['yesterday', 'today'],
  ])('is none from %j to %j', (first, last) => {
    expect(periodOf('dates', NOW, { first, last })).toBeUndefined();
  });
});
