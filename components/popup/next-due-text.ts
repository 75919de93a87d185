import { t, uiLocale } from '@/lib/ui/i18n';
import { dueTimeLabel, relativeTime } from '@/lib/ui/interval-label';

/** When the next exercise comes, in words and by the clock; empty when none is scheduled. */
export function nextDueText(
  key: 'popup.nothing-due.next' | 'popup.end.next',
  nextDueAt: number | undefined,
  now: number,
): string {
  if (nextDueAt === undefined) return '';
  const locale = uiLocale.value;
  const when = relativeTime(nextDueAt, now, locale);
  return t(key, { when, time: dueTimeLabel(nextDueAt, now, locale) });
}
