import type { EpochMs } from '@/lib/domain/shared/clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** The largest unit that the duration fills, and how many of it; at least one minute, months and years to one decimal. */
function measure(durationMs: number): { amount: number; unit: Unit } {
  const size = Math.abs(durationMs);
  const rounded = (unitMs: number) => Math.max(1, Math.round(size / unitMs));
  const tenths = (unitMs: number) => Math.round((size / unitMs) * 10) / 10;
  if (rounded(MINUTE) < 60) return { amount: rounded(MINUTE), unit: 'minute' };
  if (rounded(HOUR) < 24) return { amount: rounded(HOUR), unit: 'hour' };
  if (rounded(DAY) < 61) return { amount: rounded(DAY), unit: 'day' };
  if (tenths(MONTH) < 12) return { amount: tenths(MONTH), unit: 'month' };
  return { amount: tenths(YEAR), unit: 'year' };
}

/** A duration as a learner says it: "10 min", "4 days", 「12天」. */
export function intervalLabel(durationMs: number, locale: string): string {
  const { amount, unit } = measure(durationMs);
  const unitDisplay = unit === 'day' || unit === 'month' || unit === 'year' ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(amount);
}

/** An instant seen from another: "in 3 days", "12 days ago", 「3天后」; "now" below half a minute. */
export function relativeTime(at: EpochMs, now: EpochMs, locale: string): string {
  const difference = at - now;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(difference) < MINUTE / 2) return format.format(0, 'second');
  const { amount, unit } = measure(difference);
  return format.format(Math.sign(difference) * Math.round(amount), unit);
}

/** When something happened by calendar day: "today", "yesterday", "12 days ago". */
export function dayDistance(at: EpochMs, now: EpochMs, locale: string): string {
  const midnight = (instant: EpochMs) => new Date(instant).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(now)) / DAY);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(days) < 61) return format.format(days, 'day');
  const { amount, unit } = measure(days * DAY);
  return format.format(Math.sign(days) * Math.round(amount), unit);
}

/** A clock time with as much of the date as is needed: "14:20", "Thu 14:20", "12 March". */
export function dueTimeLabel(at: EpochMs, now: EpochMs, locale: string): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (sameDay) return new Intl.DateTimeFormat(locale, time).format(at);
  if (at - now < 6 * DAY) return new Intl.DateTimeFormat(locale, { weekday: 'short', ...time }).format(at);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(at);
}
