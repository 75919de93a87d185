import './search-results.css';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { detectLanguage } from '@/lib/domain/text/detect-language';
import type { SearchResults as Results, SearchResult } from '@/lib/ui/dashboard/search-model';
import { t } from '@/lib/ui/i18n';
import { FoundPassageEntry } from './FoundPassageEntry';
import { PageListItem } from './PageList';
import { Section } from './Section';

interface SearchResultsProps {
  results: Results;
  now: EpochMs;
  /** Shows a passage in its page. */
  onShow: (result: SearchResult) => void;
}

/** Passages that a search found, best first. */
export function SearchResults({ results, now, onShow }: SearchResultsProps) {
  const { passages, wordsOnly, question } = results;
  const asked = detectLanguage(question.text);
  return (
    <>
      {wordsOnly !== undefined && (
        <p class="search-results__words-only">{t(`dashboard.search.words-only.${wordsOnly}`)}</p>
      )}
      {passages.length > 0 && (
        <Section title={t('dashboard.search.passages')}>
          <ul class="page-list">
            {passages.map((result) => (
              <PageListItem key={result.passage.id}>
                <FoundPassageEntry
                  result={result}
                  questionLang={asked}
                  now={now}
                  onShow={() => onShow(result)}
                />
              </PageListItem>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
