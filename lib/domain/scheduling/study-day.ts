import type { EpochMs } from '../shared/clock';

/** A study day starts at 04:00 local time, so that an evening session is not cut at midnight. */
const STUDY_DAY_START_HOUR = 4;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How far local time may be from UTC, in hours west (negative) and east. */
const FARTHEST_WEST_HOURS = -12;
const FARTHEST_EAST_HOURS = 14;

/**
 * Study day (YYYY-MM-DD) of an instant.
 *
 * @param utcOffsetMinutes minutes that local time is ahead of UTC at `now` (480 in Shanghai); the opposite sign of
 *   `Date.getTimezoneOffset`. Taken at the instant itself, so a change to summer time needs no rule here.
 */
export function studyDayOf(now: EpochMs, utcOffsetMinutes: number): string {
  const local = now + utcOffsetMinutes * MINUTE_MS - STUDY_DAY_START_HOUR * HOUR_MS;
  return new Date(local).toISOString().slice(0, 10);
}

/** Instants that can belong to the study day somewhere on Earth: from `start` to `end`, both included. */
export function studyDayBounds(studyDay: string): { start: EpochMs; end: EpochMs } {
  const firstHour = Date.parse(`${studyDay}T00:00:00Z`) + STUDY_DAY_START_HOUR * HOUR_MS;
  return {
    start: firstHour - FARTHEST_EAST_HOURS * HOUR_MS,
    end: firstHour + (24 - FARTHEST_WEST_HOURS) * HOUR_MS,
  };
}
