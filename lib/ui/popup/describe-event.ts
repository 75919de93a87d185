import { t, uiLocale } from '@/lib/ui/i18n';
import { intervalLabel } from '@/lib/ui/interval-label';
import type { ReviewEvent } from './review-event';

/** What just happened, in words for the live region. */
export function describeEvent(event: ReviewEvent | undefined): string {
  if (event === undefined) return '';
  switch (event.kind) {
    case 'answered':
      return t(event.grade.correct ? 'popup.said.right' : 'popup.said.wrong', { key: event.key });
    case 'nearly':
      return t('popup.said.near');
    case 'graded': {
      const { intervalMs, left: count } = event;
      const rating = t(`common.rating.${event.rating}`);
      if (intervalMs === undefined) return t('popup.said.graded-briefly', { rating, count });
      return t('popup.said.graded', { rating, count, interval: intervalLabel(intervalMs, uiLocale.value) });
    }
    default:
      return t(`popup.said.${event.kind}`);
  }
}
