import { t, uiLocale } from '@/lib/ui/i18n';
import { type Period, UNTIL_NOW } from './period';

/** A time as a calendar says it: "from 5 March 2026 at 14:20 until now", "1 – 5 March 2026". */
export function periodWords({ from, to }: Period): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (to !== UNTIL_NOW) return new Intl.DateTimeFormat(uiLocale.value, day).formatRange(from, to - 1);
  const isMidnight = new Date(from).getHours() + new Date(from).getMinutes() === 0;
  const exact = isMidnight ? day : ({ ...day, hour: 'numeric', minute: '2-digit' } as const);
  return t('dashboard.period.from', { from: new Intl.DateTimeFormat(uiLocale.value, exact).format(from) });
}
