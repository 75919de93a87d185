import type { Page } from '@/lib/domain/reading/model';
import { markEverywhere } from '@/lib/domain/search/excerpt';
import { hrefOf, type PageRoute } from '@/lib/ui/dashboard/route';
import { MarkedText } from './MarkedText';
import { titleOf } from './page-words';

interface PageLinkProps {
  page: Pick<Page, 'id' | 'title' | 'lang'>;
  /** Words to mark in the title. */
  wanted?: string;
  /** The passage to go to. */
  passage?: PageRoute['passage'];
}

/** The title of a page, leading to what was read of it. */
export function PageLink({ page, wanted = '', passage }: PageLinkProps) {
  return (
    <a class="page-link" href={hrefOf({ name: 'page', pageId: page.id, ...(passage && { passage }) })}>
      <MarkedText pieces={markEverywhere(titleOf(page), wanted.split(/\s+/))} lang={page.lang} />
    </a>
  );
}
