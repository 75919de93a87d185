import { useEffect } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import type { BookmarksModel } from '@/lib/ui/dashboard/bookmarks-model';
import { t } from '@/lib/ui/i18n';
import { Section } from '../Section';

/** Titles and addresses of the browser's bookmarks, when the learner wants that. */
export function BookmarksSection({ bookmarks }: { bookmarks: BookmarksModel }) {
  const isAllowed = bookmarks.isAllowed.value;
  const outcome = bookmarks.outcome.value;
  useEffect(() => void bookmarks.refresh(), [bookmarks]);
  return (
    <Section title={t('import.bookmarks')}>
      <p class="bring-in__note">{t('import.bookmarks-text')}</p>
      {isAllowed === true && <Kept bookmarks={bookmarks} />}
      {isAllowed === false && (
        <p class="bring-in__action">
          <Button disabled={bookmarks.isBusy.value} onClick={() => void bookmarks.allow()}>
            {t('import.bookmarks-allow')}
          </Button>
        </p>
      )}
      <p class="bring-in__outcome" role="status">
        {outcome === undefined || (outcome === 'updated' && !isAllowed)
          ? ''
          : t(`import.bookmarks-${outcome}`)}
      </p>
    </Section>
  );
}

function Kept({ bookmarks }: { bookmarks: BookmarksModel }) {
  const count = bookmarks.count.value;
  const isBusy = bookmarks.isBusy.value;
  return (
    <div class="bring-in__hold bring-in__action">
      <p class="tabular">
        {count.state === 'ready' ? t('import.bookmarks-count', { count: count.value }) : ''}
      </p>
      <div class="bring-in__tools">
        <Button disabled={isBusy} onClick={() => void bookmarks.update()}>
          {t('import.bookmarks-update')}
        </Button>
        <Button variant="quiet" icon="trash" disabled={isBusy} onClick={() => void bookmarks.remove()}>
          {t('import.bookmarks-remove')}
        </Button>
      </div>
    </div>
  );
}
