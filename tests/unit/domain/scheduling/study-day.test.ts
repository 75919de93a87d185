import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDayBounds, studyDayOf } from '@/lib/domain/scheduling/study-day';

const SHANGHAI = 480;
const NEW_YORK_WINTER = -300;
const NEW_YORK_SUMMER = -240;

describe('studyDayOf', () => {
  it.each([
    ['2026-03-02T03:59:59+08:00', SHANGHAI, '2026-03-01'],
    ['2026-03-02T04:00:00+08:00', SHANGHAI, '2026-03-02'],
    ['2026-03-03T00:30:00+08:00', SHANGHAI, '2026-03-02'],
    ['2026-01-01T01:00:00-05:00', NEW_YORK_WINTER, '2025-12-31'],
    ['2026-02-28T23:00:00-05:00', NEW_YORK_WINTER, '2026-02-28'],
  ])('puts %s on the day that began at four', (instant, offset, day) => {
    expect(studyDayOf(Date.parse(instant), offset)).toBe(day);
  });

  it('keeps an evening in one day through the night when clocks change', () => {
    const lateEvening = Date.parse('2026-03-07T23:30:00-05:00');
    const afterTheChange = Date.parse('2026-03-08T03:30:00-04:00');
    const morning = Date.parse('2026-03-08T04:00:00-04:00');
    expect(studyDayOf(lateEvening, NEW_YORK_WINTER)).toBe('2026-03-07');
    expect(studyDayOf(afterTheChange, NEW_YORK_SUMMER)).toBe('2026-03-07');
    expect(studyDayOf(morning, NEW_YORK_SUMMER)).toBe('2026-03-08');
  });

  it('lies within the bounds of the day, wherever the learner is', () => {
    const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instants, fc.integer({ min: -720, max: 840 }), (now, offset) => {
        const { start, end } = studyDayBounds(studyDayOf(now, offset));
        expect(now).toBeGreaterThanOrEqual(start);
        expect(now).toBeLessThanOrEqual(end);
      }),
    );
  });
});
