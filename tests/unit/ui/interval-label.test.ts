import { describe, expect, it } from 'vitest';
import { dayDistance, dueTimeLabel, intervalLabel, relativeTime } from '@/lib/ui/interval-label';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Local noon, so that the tests hold in every time zone. */
const NOON = new Date(2026, 10, 24, 12).getTime();

describe('an interval', () => {
  it.each([
    [20_000, '1 min', '1分钟'],
    [10 * MINUTE, '10 min', '10分钟'],
    [6 * HOUR, '6 hr', '6小时'],
    [DAY, '1 day', '1天'],
    [12.4 * DAY, '12 days', '12天'],
    [91 * DAY, '3 months', '3个月'],
    [548 * DAY, '1.5 years', '1.5年'],
  ])('of %d ms is said as people say it', (interval, english, chinese) => {
    expect(intervalLabel(interval, 'en')).toBe(english);
    expect(intervalLabel(interval, 'zh-CN')).toBe(chinese);
  });
});

describe('an instant', () => {
  it('is seen from now', () => {
    expect(relativeTime(NOON + 3 * HOUR, NOON, 'en')).toBe('in 3 hours');
    expect(relativeTime(NOON - 2 * DAY, NOON, 'zh-CN')).toBe('前天');
    expect(relativeTime(NOON + 10_000, NOON, 'en')).toBe('now');
  });

  it('is a matter of calendar days where days are told', () => {
    expect(dayDistance(NOON - 11 * HOUR, NOON, 'en')).toBe('today');
    expect(dayDistance(NOON - 13 * HOUR, NOON, 'en')).toBe('yesterday');
    expect(dayDistance(NOON - 12 * DAY, NOON, 'zh-CN')).toBe('12天前');
    expect(dayDistance(NOON - 100 * DAY, NOON, 'en')).toBe('3 months ago');
  });

  it('carries as much of its date as is needed', () => {
    expect(dueTimeLabel(NOON + 2 * HOUR, NOON, 'zh-CN')).toBe('14:00');
    expect(dueTimeLabel(NOON + DAY, NOON, 'zh-CN')).toMatch(/^周三\s?12:00$/);
    expect(dueTimeLabel(NOON + 30 * DAY, NOON, 'en')).toBe('December 24');
  });
});
