import './site-entry.css';
import { Button } from '@/components/ui/Button';
import { GrainMark } from '@/components/ui/GrainMark';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { SiteRow } from '@/lib/ui/dashboard/sites-model';
import { t } from '@/lib/ui/i18n';
import { siteLabel } from '@/lib/ui/site-address';
import { SearchSiteLink } from './SearchSiteLink';

interface SiteEntryProps {
  row: SiteRow;
  /** The switch for all sites is on, so that of a single one changes nothing. */
  pausedEverywhere: boolean;
  onPause: (isPaused: boolean) => void;
  /** The site is allowed, and left alone until this is confirmed. */
  onRead: () => void;
  onForget: () => void;
  onRemove: () => void;
}

/** An allowed site: whether it is read, what is kept of it, and how to change that. */
export function SiteEntry({ row, pausedEverywhere, ...on }: SiteEntryProps) {
  const isPaused = row.state === 'paused';
  const isWithheld = row.state === 'withheld';
  const name = <span class="visually-hidden"> {siteLabel(row.site)}</span>;
  return (
    <li class="site-entry">
      <GrainMark state={isWithheld ? 'off' : isPaused ? 'paused' : 'reading'} />
      <div class="site-entry__text">
        <p class="site-entry__name">
          <bdi>{siteLabel(row.site)}</bdi>
        </p>
        <p class="site-entry__facts tabular">
          <span>{t(stateKey(row.state))}</span>
          <span>{keptWords(row)}</span>
        </p>
      </div>
      <div class="site-entry__tools">
        {!pausedEverywhere && !isWithheld && (
          <Button icon={isPaused ? 'play' : 'pause'} onClick={() => on.onPause(!isPaused)}>
            {t(isPaused ? 'common.resume' : 'common.pause')}
            {name}
          </Button>
        )}
        {isWithheld && (
          <Button onClick={on.onRead}>
            {t('common.allow.ask-anyway')}
            {name}
          </Button>
        )}
        {row.pages > 0 && <SearchSiteLink site={row.site} />}
        {row.pages > 0 && (
          <Button variant="quiet" icon="trash" iconOnly onClick={on.onForget}>
            {`${t('dashboard.sites.forget-kept')} ${siteLabel(row.site)}`}
          </Button>
        )}
        <Button variant="quiet" onClick={on.onRemove}>
          {t('dashboard.sites.remove')}
          {name}
        </Button>
      </div>
    </li>
  );
}

function stateKey(state: SiteRow['state']) {
  if (state === 'withheld') return 'dashboard.sites.withheld';
  return state === 'paused' ? 'dashboard.sites.site-paused' : 'dashboard.sites.reading';
}

export function keptWords({ pages, passages }: Pick<SiteRow, 'pages' | 'passages'>): string {
  if (pages === 0) return t('dashboard.sites.nothing-kept');
  return t('dashboard.sites.kept', {
    pages: countWords('pages', pages),
    passages: countWords('passages', passages),
  });
}
