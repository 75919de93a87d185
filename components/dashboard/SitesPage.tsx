import './sites-page.css';
import { SiteForm } from '@/components/sites/SiteForm';
import { Button } from '@/components/ui/Button';
import { Phrase } from '@/components/ui/Phrase';
import { Switch } from '@/components/ui/Switch';
import type { SiteSummary } from '@/lib/app/ports/library';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { ForgettingModel } from '@/lib/ui/dashboard/forgetting-model';
import { hrefOf } from '@/lib/ui/dashboard/route';
import type { SitesModel, SitesView } from '@/lib/ui/dashboard/sites-model';
import { t } from '@/lib/ui/i18n';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { siteWords } from './page-words';
import { SearchSiteLink } from './SearchSiteLink';
import { Section } from './Section';
import { keptWords, SiteEntry } from './SiteEntry';

/** Where Gleaner may read, and the hold over it. */
export function SitesPage({ model }: { model: DashboardModel }) {
  const { sites, forgetting } = model;
  return (
    <LiveView live={sites.view.value}>
      {(view) => (
        <>
          <SitesHeadline view={view} />
          <SiteForm
            form={sites.form}
            onAllow={() => void sites.allow()}
            onAnswer={(isYes) => void sites.answer(isYes)}
          />
          <Allowed form={sites.form} />
          {view.allowed.length > 0 && <AllowedSites view={view} model={model} />}
          {view.former.length > 0 && <FormerSites former={view.former} forgetting={forgetting} />}
          <p class="sites-page__log">
            <a href={hrefOf({ name: 'log' })}>{t('dashboard.sites.log')}</a>
          </p>
        </>
      )}
    </LiveView>
  );
}

function SitesHeadline({ view: { allowed, pausedEverywhere } }: { view: SitesView }) {
  const count = allowed.length;
  const reading = allowed.filter(({ state }) => state === 'reading').length;
  if (count === 0) {
    return <Headline aside={<p>{t('dashboard.sites.empty-text')}</p>}>{t('dashboard.sites.empty')}</Headline>;
  }
  if (pausedEverywhere || allowed.every(({ state }) => state === 'paused'))
    return <Headline>{t('dashboard.sites.paused')}</Headline>;
  if (reading < count) return <Headline>{t('dashboard.sites.headline-some', { reading, count })}</Headline>;
  return <Headline>{t('dashboard.sites.headline', { count })}</Headline>;
}

/** Says that a site was allowed, and what follows. */
function Allowed({ form }: Pick<SitesModel, 'form'>) {
  const address = form.outcome.value === 'allowed' ? form.allowedAddress.value : undefined;
  return (
    <p class="sites-page__allowed" role="status">
      {address !== undefined && (
        <Phrase id="dashboard.sites.allowed" parts={{ site: <bdi>{new URL(address).host}</bdi> }} />
      )}
    </p>
  );
}

function AllowedSites({ view, model }: { view: SitesView; model: DashboardModel }) {
  const { sites } = model;
  return (
    <Section title={t('dashboard.sites.list')}>
      <Switch
        label={t('dashboard.sites.pause-all')}
        hint={t('dashboard.sites.pause-all-hint')}
        checked={view.pausedEverywhere}
        onChange={(paused) => void sites.setPausedEverywhere(paused)}
      />
      <ul class="sites-page__list">
        {view.allowed.map((row) => (
          <SiteEntry
            key={row.site}
            row={row}
            pausedEverywhere={view.pausedEverywhere}
            onPause={(isPaused) => void sites.setPaused(row.site, isPaused)}
            onRead={() => void sites.form.request(row.site, row.site)}
            onForget={() => void model.forgetting.ask({ kind: 'site', site: row.site })}
            onRemove={() => void model.removeSite(row)}
          />
        ))}
      </ul>
    </Section>
  );
}

function FormerSites({
  former,
  forgetting,
}: {
  former: readonly SiteSummary[];
  forgetting: ForgettingModel;
}) {
  return (
    <Section title={t('dashboard.sites.former')}>
      <ul>
        {former.map((summary) => (
          <li key={summary.site} class="site-entry">
            <div class="site-entry__text">
              <p class="site-entry__name">
                <bdi>{siteWords(summary.site)}</bdi>
              </p>
              <p class="site-entry__facts tabular">{keptWords(summary)}</p>
            </div>
            <SearchSiteLink site={summary.site} />
            <Button
              variant="quiet"
              icon="trash"
              onClick={() => void forgetting.ask({ kind: 'site', site: summary.site })}
            >
              {t('dashboard.sites.forget-kept')}
              <span class="visually-hidden"> {siteWords(summary.site)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
