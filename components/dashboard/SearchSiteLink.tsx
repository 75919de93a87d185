import { LinkButton } from '@/components/ui/LinkButton';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { t } from '@/lib/ui/i18n';
import { siteWords } from './page-words';

/** The way from a site to what was read there, and to a search through it. */
export function SearchSiteLink({ site }: { site: string }) {
  return (
    <LinkButton variant="quiet" icon="search" iconOnly href={hrefOf({ name: 'reading', filters: { site } })}>
      {`${t('dashboard.sites.search')} ${siteWords(site)}`}
    </LinkButton>
  );
}
