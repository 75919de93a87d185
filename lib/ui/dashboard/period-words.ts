import type { Period } from './period';

/** A time as a calendar says it: "5 March, 14:20 – now" is from then on, "1–5 March" whole days. */
export function periodWords({ from, to }: Period, locale: string): string {
  const isOpen = to === Number.MAX_SAFE_INTEGER;
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (!isOpen) return new Intl.DateTimeFormat(locale, day).formatRange(from, to - 1);
  const startsDay = new Date(from).getHours() === 0 && new Date(from).getMinutes() === 0;
  return new Intl.DateTimeFormat(locale, startsDay ? day : { ...day, ...time }).format(from);
}
