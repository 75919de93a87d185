import { describe, expect, it } from 'vitest';
import {
  changeFilters,
  formatFilters,
  hasFilters,
  NO_FILTERS,
  parseFilters,
  type ReadingFilters,
  searchFiltersOf,
} from '@/lib/ui/dashboard/reading-filters';

const NOW = new Date(2026, 2, 5, 14, 20).getTime();
const midnight = (month: number, day: number) => new Date(2026, month - 1, day).getTime();

const FILTERS: readonly ReadingFilters[] = [
  NO_FILTERS,
  { site: 'https://course.test' },
  { site: 'pdf:', interestId: 'a1-b2' },
  { time: 'week' },
  { time: 'dates', dates: { first: '2026-03-01', last: '' } },
  { site: 'http://ke.test', interestId: 'x', time: 'dates', dates: { first: '', last: '2026-03-04' } },
];

describe('filters of what was read', () => {
  it.each(FILTERS)('come back from their address: %j', (filters) => {
    expect(parseFilters(formatFilters(filters))).toEqual(filters);
  });

  it.each(['', 'time=fortnight', 'site=&interest=', 'first=2026-03-01', '%%%'])(
    '%j is no filter',
    (query) => {
      expect(parseFilters(query)).toEqual(NO_FILTERS);
    },
  );

  it('takes no day that is none', () => {
    const { dates } = parseFilters('time=dates&first=yesterday&last=2026-03-04');
    expect(dates).toEqual({ first: '', last: '2026-03-04' });
  });

  it('are changed one by one, and taken off by an empty text', () => {
    const both = changeFilters({ site: 'http://ke.test' }, { time: 'today' });
    expect(both).toEqual({ site: 'http://ke.test', time: 'today' });
    expect(changeFilters(both, { site: '' })).toEqual({ time: 'today' });
    expect(hasFilters(changeFilters(changeFilters(both, { site: '' }), { time: '' }))).toBe(false);
  });

  it('forgets days of its own when another time is chosen', () => {
    const days = changeFilters(NO_FILTERS, { time: 'dates', dates: { first: '2026-03-01', last: '' } });
    expect(changeFilters(days, { time: 'today' })).toEqual({ time: 'today' });
  });
});

describe('what filters ask of a search', () => {
  it.each([
    ['today', { from: midnight(3, 5) }],
    ['week', { from: midnight(2, 27) }],
    ['month', { from: midnight(2, 4) }],
  ] as const)('%s begins at a midnight and has no end', (time, expected) => {
    expect(searchFiltersOf({ time }, NOW)).toEqual(expected);
  });

  it('passes site and interest on', () => {
    const filters = { site: 'http://ke.test', interestId: 'x' };
    expect(searchFiltersOf(filters, NOW)).toEqual(filters);
  });

  it.each([
    ['2026-03-01', '2026-03-03'],
    ['2026-03-03', '2026-03-01'],
  ])('holds both days of a period, %s and %s', (first, last) => {
    expect(searchFiltersOf({ time: 'dates', dates: { first, last } }, NOW)).toEqual({
      from: midnight(3, 1),
      until: midnight(3, 4),
    });
  });

  it('leaves an end open that was not chosen', () => {
    const from = searchFiltersOf({ time: 'dates', dates: { first: '2026-03-01', last: '' } }, NOW);
    expect(from.from).toBe(midnight(3, 1));
    expect(from.until).toBeGreaterThan(NOW + 1_000 * 366 * 86_400_000);
    const until = searchFiltersOf({ time: 'dates', dates: { first: '', last: '2026-03-03' } }, NOW);
    expect(until.from).toBeLessThan(midnight(1, 1) - 50 * 366 * 86_400_000);
    expect(until.until).toBe(midnight(3, 4));
  });
});
