import './reading-page.css';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { LinkButton } from '@/components/ui/LinkButton';
import type { StudyCounts } from '@/lib/app/ports/library';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { t } from '@/lib/ui/i18n';
import { AllowSiteLink } from './AllowSiteLink';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { PageList } from './PageList';
import { SearchResults } from './SearchResults';
import { WorkProgress } from './WorkProgress';

/** Everything that was read, newest first, and a search through it. */
export function ReadingPage({ model }: { model: DashboardModel }) {
  return (
    <LiveView live={model.overview.value}>
      {({ counts }) => (counts.pages === 0 ? <NothingRead /> : <Shelf model={model} counts={counts} />)}
    </LiveView>
  );
}

function NothingRead() {
  return (
    <Headline mark="off" aside={<p>{t('dashboard.reading.empty-text')}</p>} action={<FirstSteps />}>
      {t('dashboard.reading.empty')}
    </Headline>
  );
}

function FirstSteps() {
  return (
    <div class="reading-page__first-steps">
      <AllowSiteLink />
      <OpenPdfLink />
    </div>
  );
}

/** Files are not on a site: they are opened in the extension's own reader. */
function OpenPdfLink() {
  return (
    <LinkButton href="pdf-reader.html" icon="file" variant="quiet">
      {t('pdf.open-link')}
    </LinkButton>
  );
}

function Shelf({ model, counts }: { model: DashboardModel; counts: StudyCounts }) {
  const { reading } = model;
  const passages = countWords('passages', counts.passages);
  const pages = countWords('pages', counts.pages);
  return (
    <>
      <Headline action={<OpenPdfLink />}>{t('dashboard.reading.headline', { passages, pages })}</Headline>
      <WorkProgress model={model} />
      <search class="reading-page__search">
        <Field
          search
          label={t('dashboard.reading.search')}
          placeholder={t('dashboard.reading.search-hint')}
          value={reading.typed.value}
          onInput={(text) => reading.search(text)}
        />
      </search>
      <LiveView live={reading.view.value}>
        {(view) =>
          view.wanted === '' ? (
            <PageList pages={view.pages} now={model.clock()} />
          ) : (
            <SearchResults view={view} now={model.clock()} />
          )
        }
      </LiveView>
      <MorePages model={model} />
    </>
  );
}

function MorePages({ model: { reading } }: { model: DashboardModel }) {
  const view = reading.view.value;
  if (view.state !== 'ready' || !view.value.hasMore) return null;
  return <Button onClick={() => reading.showMore()}>{t('dashboard.reading.more')}</Button>;
}
