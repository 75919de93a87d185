import './search-results.css';
import { Button } from '@/components/ui/Button';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { ReadingModel } from '@/lib/ui/dashboard/reading-model';
import { t } from '@/lib/ui/i18n';

/** Where a search stands, in a line that screen readers say as it changes. */
export function SearchStatus({ reading }: { reading: ReadingModel }) {
  const { results, progress } = reading.search;
  const state = progress.value;
  return (
    <div class="search-status">
      <p role="status">{statusWords(reading, results.value, state)}</p>
      {state === 'slow' && (
        <div class="search-status__slow">
          <ProgressBar label={t('dashboard.search.slow')} />
        </div>
      )}
      {state === 'failed' && (
        <Button icon="undo" onClick={() => reading.search.askAgain()}>
          {t('dashboard.search.again')}
        </Button>
      )}
    </div>
  );
}

function statusWords(
  { typed }: ReadingModel,
  results: ReadingModel['search']['results']['value'],
  state: ReadingModel['search']['progress']['value'],
): string {
  if (typed.value.trim() === '') return '';
  if (state === 'failed') return t('dashboard.search.failed');
  if (state === 'slow') return t('dashboard.search.slow');
  if (results.state !== 'ready' || results.value === undefined) return '';
  const { question, passages } = results.value;
  if (passages.length === 0) return t('dashboard.search.none', { wanted: question.text });
  return t('dashboard.search.found', {
    wanted: question.text,
    passages: countWords('passages', passages.length),
  });
}
