import type { Page } from '@/lib/domain/reading/model';
import { t } from '@/lib/ui/i18n';

export function titleOf({ title }: Pick<Page, 'title'>): string {
  return title.trim() === '' ? t('dashboard.reading.untitled') : title;
}

/** Host and port, as in the address bar. */
export function hostOf({ origin }: Pick<Page, 'origin'>): string {
  return origin.replace(/^https?:\/\//, '');
}
