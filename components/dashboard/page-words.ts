import { IMPORT_ORIGIN } from '@/lib/domain/imports/model';
import { FILE_ORIGIN } from '@/lib/domain/reading/file-address';
import type { Page } from '@/lib/domain/reading/model';
import { t } from '@/lib/ui/i18n';
import { siteLabel } from '@/lib/ui/site-address';

export function titleOf({ title }: Pick<Page, 'title'>): string {
  return title.trim() === '' ? t('dashboard.reading.untitled') : title;
}

/** A site as people write it; files have none. */
export function siteWords(site: string): string {
  if (site === IMPORT_ORIGIN) return t('dashboard.sites.imports');
  return site === FILE_ORIGIN ? t('dashboard.sites.files') : siteLabel(site);
}

/** Host and port, as in the address bar. */
export function hostOf({ origin }: Pick<Page, 'origin'>): string {
  if (origin === IMPORT_ORIGIN) return t('dashboard.page.import');
  return origin === FILE_ORIGIN ? t('dashboard.page.file') : origin.replace(/^https?:\/\//, '');
}
