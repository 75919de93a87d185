import type { SearchFilters } from '@/lib/domain/search/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { type ChosenDates, type PeriodName, periodOf, UNTIL_NOW } from './period';

export const READ_PERIODS = ['today', 'week', 'month', 'dates'] as const satisfies readonly PeriodName[];

export type ReadPeriod = (typeof READ_PERIODS)[number];

/** What narrows the reading that is listed and searched, as the learner chose it; times are relative to the day on which they are looked at. */
export interface ReadingFilters {
  /** Scheme and host; `pdf:` for files. */
  readonly site?: string;
  readonly interestId?: string;
  readonly time?: ReadPeriod;
  /** With `dates`: days that may be left open at either end. */
  readonly dates?: ChosenDates;
}

export const NO_FILTERS: ReadingFilters = {};

export const OPEN_DATES: ChosenDates = { first: '', last: '' };

export function hasFilters({ site, interestId, time }: ReadingFilters): boolean {
  return site !== undefined || interestId !== undefined || time !== undefined;
}

/** What a learner changes of them; an empty text takes that filter off. */
export interface FilterChange {
  readonly site?: string;
  readonly interestId?: string;
  readonly time?: ReadPeriod | '';
  readonly dates?: ChosenDates;
}

export function changeFilters(filters: ReadingFilters, change: FilterChange): ReadingFilters {
  const { site, interestId, time, dates } = { ...filters, ...change };
  return {
    ...(site && { site }),
    ...(interestId && { interestId }),
    ...(time && { time }),
    ...(time === 'dates' && { dates: dates ?? OPEN_DATES }),
  };
}

/** Reads them from the part of an address after `?`; what is not known is left out. */
export function parseFilters(query: string): ReadingFilters {
  const entries = new URLSearchParams(query);
  return changeFilters(NO_FILTERS, {
    site: entries.get('site') ?? '',
    interestId: entries.get('interest') ?? '',
    time: READ_PERIODS.find((known) => known === entries.get('time')) ?? '',
    dates: { first: dayIn(entries, 'first'), last: dayIn(entries, 'last') },
  });
}

/** The same as an address has it; empty when there are none. */
export function formatFilters({ site, interestId, time, dates }: ReadingFilters): string {
  const entries = { site, interest: interestId, time, ...(time === 'dates' && dates) };
  const some = Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(some).toString();
}

/** What they ask of a search now. */
export function searchFiltersOf(filters: ReadingFilters, now: EpochMs): SearchFilters {
  const { site, interestId, time, dates = OPEN_DATES } = filters;
  const period = time && periodOf(time, now, inOrder(dates));
  return {
    ...(site !== undefined && { site }),
    ...(interestId !== undefined && { interestId }),
    ...(period && { from: period.from }),
    ...(period && period.to !== UNTIL_NOW && { until: period.to }),
  };
}

const EARLIEST = '1970-01-02';
const LATEST = '9999-12-30';

/** An end that is left open is open, and days given the wrong way round mean the time between them. */
function inOrder({ first, last }: ChosenDates): ChosenDates {
  const days = [first || EARLIEST, last || LATEST].sort();
  return { first: days[0] ?? EARLIEST, last: days[1] ?? LATEST };
}

function dayIn(entries: URLSearchParams, name: string): string {
  return entries.get(name)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0] ?? '';
}
