import './search-results.css';
import type { FoundPassage } from '@/lib/app/ports/library';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { ReadingView } from '@/lib/ui/dashboard/reading-model';
import { excerptOfMatch } from '@/lib/ui/dashboard/search-excerpt';
import { t } from '@/lib/ui/i18n';
import { MarkedText } from './MarkedText';
import { PageLink } from './PageLink';
import { PageList, PageListItem } from './PageList';
import { Section } from './Section';

/** What a search found: pages by title or address, then passages with the match marked. */
export function SearchResults({ view, now }: { view: ReadingView; now: EpochMs }) {
  const { wanted, pages, passages } = view;
  return (
    <>
      <p class="search-results__sum" aria-live="polite">
        {sumUp(view)}
      </p>
      {pages.length > 0 && (
        <Section title={t('dashboard.reading.found-pages')}>
          <PageList pages={pages} now={now} wanted={wanted} />
        </Section>
      )}
      {passages.length > 0 && (
        <Section title={t('dashboard.reading.found-passages')}>
          <ul class="page-list">
            {passages.map((found) => (
              <PageListItem key={found.passage.id}>
                <FoundText found={found} wanted={wanted} />
              </PageListItem>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function sumUp({ wanted, pages, passages }: ReadingView): string {
  if (pages.length + passages.length === 0) return t('dashboard.reading.none', { wanted });
  return t('dashboard.reading.found', {
    wanted,
    pages: countWords('pages', pages.length),
    passages: countWords('passages', passages.length),
  });
}

function FoundText({ found: { passage, page }, wanted }: { found: FoundPassage; wanted: string }) {
  return (
    <>
      <p class="search-results__text reading-text" lang={passage.lang === 'other' ? '' : passage.lang}>
        <MarkedText pieces={excerptOfMatch(passage.text, wanted, passage.lang)} lang={passage.lang} />
      </p>
      <p class="search-results__page">
        <PageLink page={page} />
      </p>
    </>
  );
}
