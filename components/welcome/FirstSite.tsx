import './first-site.css';
import { ConsentWords } from '@/components/sites/ConsentWords';
import { SiteForm } from '@/components/sites/SiteForm';
import { Icon } from '@/components/ui/Icon';
import { LinkButton } from '@/components/ui/LinkButton';
import { Phrase } from '@/components/ui/Phrase';
import { t } from '@/lib/ui/i18n';
import type { SiteFormModel } from '@/lib/ui/site-form-model';

/** The one thing to do on this page; once done, what happens next. */
export function FirstSite({ form }: { form: SiteFormModel }) {
  const address = form.allowedAddress.value;
  const hasConsented = form.allowing.settings.value?.hasConsented ?? false;
  return (
    <section class="first-site" aria-labelledby="first-site-title">
      <div role="status">{address !== undefined && <Allowed address={address} />}</div>
      <h2 id="first-site-title" class="first-site__title">
        {t(address === undefined ? 'welcome.start' : 'welcome.another')}
      </h2>
      {address === undefined && <p class="first-site__text">{t('welcome.start-text')}</p>}
      {!hasConsented && <ConsentWords />}
      <SiteForm
        form={form}
        action={t(hasConsented ? 'common.allow-site' : 'common.allow.agree')}
        onAllow={() => void form.allow()}
        onAnswer={(isYes) => void form.answer(isYes)}
      />
    </section>
  );
}

function Allowed({ address }: { address: string }) {
  const site = <bdi>{new URL(address).host}</bdi>;
  return (
    <div class="first-site__allowed">
      <p class="first-site__done">
        <Icon name="check" />
        <span>
          <Phrase id="welcome.allowed" parts={{ site }} />
        </span>
      </p>
      <p>{t('welcome.next')}</p>
      <LinkButton href={address} variant="primary" icon="open" external>
        <Phrase id="welcome.open" parts={{ site }} />
      </LinkButton>
    </div>
  );
}
