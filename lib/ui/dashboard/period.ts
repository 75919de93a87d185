import type { EpochMs } from '@/lib/domain/shared/clock';

const HOUR_MS = 3_600_000;

/** An end that also takes what is read until the learner confirms. */
export const UNTIL_NOW = Number.MAX_SAFE_INTEGER;

/** The times that can be forgotten. */
export const PERIODS = ['hour', 'today', 'week', 'dates'] as const satisfies readonly PeriodName[];

export type PeriodName = 'hour' | 'today' | 'week' | 'month' | 'dates';

/** From `from` until before `to`. */
export interface Period {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** First and last day, both included, as a date field writes them (YYYY-MM-DD); empty while none is chosen. */
export interface ChosenDates {
  readonly first: string;
  readonly last: string;
}

/**
 * The time that a learner means, by the clock on the wall: today began at midnight, the last seven days are today and the
 * six before it, and a month is thirty days.
 *
 * @returns undefined when the dates are missing or the wrong way round
 */
export function periodOf(name: PeriodName, now: EpochMs, dates: ChosenDates): Period | undefined {
  switch (name) {
    case 'hour':
      return { from: now - HOUR_MS, to: UNTIL_NOW };
    case 'today':
      return { from: dayOf(now), to: UNTIL_NOW };
    case 'week':
      return { from: dayOf(now, -6), to: UNTIL_NOW };
    case 'month':
      return { from: dayOf(now, -29), to: UNTIL_NOW };
    case 'dates': {
      const from = startOf(dates.first);
      const to = startOf(dates.last, 1);
      return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
    }
  }
}

/** Midnight at the start of a day of the local calendar, so that a day with a change of the clock is a day, too. */
function dayOf(instant: EpochMs, daysLater = 0): EpochMs {
  const day = new Date(instant);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysLater).getTime();
}

function startOf(date: string, daysLater = 0): EpochMs | undefined {
  const noon = Date.parse(`${date}T12:00:00`);
  return Number.isNaN(noon) ? undefined : dayOf(noon, daysLater);
}
