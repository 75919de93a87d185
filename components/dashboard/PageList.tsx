import './page-list.css';
import type { ComponentChildren } from 'preact';
import type { PageSummary } from '@/lib/app/ports/library';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { countWords } from '@/lib/ui/dashboard/count-words';
import { uiLocale } from '@/lib/ui/i18n';
import { dayDistance } from '@/lib/ui/interval-label';
import { PageLink } from './PageLink';
import { hostOf } from './page-words';

interface PageListProps {
  pages: readonly PageSummary[];
  now: EpochMs;
  /** Marks in titles what was searched for. */
  wanted?: string;
}

/** Pages that were read: title, where it stands, when, and what came of it. */
export function PageList({ pages, now, wanted = '' }: PageListProps) {
  return (
    <ul class="page-list">
      {pages.map(({ page, passageCount, exerciseCount }) => (
        <PageListItem key={page.id}>
          <PageLink page={page} wanted={wanted} />
          <p class="page-list__facts tabular">
            <bdi>{hostOf(page)}</bdi>
            <span>{dayDistance(page.lastSeenAt, now, uiLocale.value)}</span>
            <span>{countWords('passages', passageCount)}</span>
            {exerciseCount > 0 && <span>{countWords('exercises', exerciseCount)}</span>}
          </p>
        </PageListItem>
      ))}
    </ul>
  );
}

export function PageListItem({ children }: { children: ComponentChildren }) {
  return <li class="page-list__item">{children}</li>;
}
