import './reading-page.css';
import { Button } from '@/components/ui/Button';
import { LinkButton } from '@/components/ui/LinkButton';
import type { StudyCounts } from '@/lib/app/ports/library';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { hasFilters, NO_FILTERS } from '@/lib/ui/dashboard/reading-filters';
import type { ReadingModel } from '@/lib/ui/dashboard/reading-model';
import { t } from '@/lib/ui/i18n';
import { AllowSiteLink } from './AllowSiteLink';
import { FilterBar } from './FilterBar';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { PageList } from './PageList';
import { SearchField } from './SearchField';
import { SearchResults } from './SearchResults';
import { SearchStatus } from './SearchStatus';
import { Section } from './Section';
import { useResultKeys } from './search-keys';
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
  const region = useResultKeys();
  const passages = countWords('passages', counts.passages);
  const pages = countWords('pages', counts.pages);
  return (
    <>
      <Headline action={<OpenPdfLink />}>{t('dashboard.reading.headline', { passages, pages })}</Headline>
      <WorkProgress model={model} />
      <div ref={region}>
        <search class="reading-page__search">
          <SearchField value={reading.typed.value} onType={(...typed) => reading.type(...typed)} />
          <FilterBar model={model} />
        </search>
        <SearchStatus reading={reading} />
        {reading.typed.value.trim() === '' ? <AllPages model={model} /> : <Found model={model} />}
      </div>
    </>
  );
}

function AllPages({ model }: { model: DashboardModel }) {
  const { reading } = model;
  return (
    <LiveView live={reading.pages.value}>
      {({ pages }) => (
        <>
          <PageList pages={pages} now={model.clock()} />
          {pages.length === 0 && <NothingHere reading={reading} />}
          <MorePages model={model} />
        </>
      )}
    </LiveView>
  );
}

/** Pages by their names as soon as they are there, passages as soon as those are. */
function Found({ model }: { model: DashboardModel }) {
  const { reading } = model;
  const listed = reading.pages.value;
  return (
    <>
      {listed.state === 'ready' && listed.value.wanted !== '' && listed.value.pages.length > 0 && (
        <Section title={t('dashboard.reading.found-pages')}>
          <PageList pages={listed.value.pages} now={model.clock()} wanted={listed.value.wanted} />
          <MorePages model={model} />
        </Section>
      )}
      <LiveView live={reading.search.results.value}>
        {(results) =>
          results && (
            <>
              <SearchResults
                results={results}
                now={model.clock()}
                onShow={({ passage, page }) => model.showSource({ passageId: passage.id, pageId: page.id })}
              />
              {results.passages.length === 0 && <NothingHere reading={reading} />}
            </>
          )
        }
      </LiveView>
    </>
  );
}

/** Where filters leave nothing, the way to be rid of them. */
function NothingHere({ reading }: { reading: ReadingModel }) {
  if (!hasFilters(reading.filters.value)) return null;
  return (
    <div class="reading-page__nothing">
      <p>{t('dashboard.filter.nothing')}</p>
      <Button onClick={() => reading.filter(NO_FILTERS)}>{t('dashboard.filter.without')}</Button>
    </div>
  );
}

function MorePages({ model: { reading } }: { model: DashboardModel }) {
  const live = reading.pages.value;
  if (live.state !== 'ready' || !live.value.hasMore) return null;
  return <Button onClick={() => reading.showMore()}>{t('dashboard.reading.more')}</Button>;
}
