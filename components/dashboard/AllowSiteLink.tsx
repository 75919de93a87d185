import { LinkButton } from '@/components/ui/LinkButton';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { t } from '@/lib/ui/i18n';

/** The first step of everything, where there is nothing yet. */
export function AllowSiteLink() {
  return (
    <LinkButton href={hrefOf({ name: 'sites' })} variant="primary">
      {t('dashboard.today.allow')}
    </LinkButton>
  );
}
