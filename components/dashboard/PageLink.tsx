import type { Page } from '@/lib/domain/reading/model';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { splitAtMatches } from '@/lib/ui/dashboard/search-excerpt';
import { MarkedText } from './MarkedText';
import { titleOf } from './page-words';

interface PageLinkProps {
  page: Pick<Page, 'id' | 'title' | 'lang'>;
  wanted?: string;
}

/** The title of a page, leading to what was read of it. */
export function PageLink({ page, wanted = '' }: PageLinkProps) {
  return (
    <a class="page-link" href={hrefOf({ name: 'page', pageId: page.id })}>
      <MarkedText pieces={splitAtMatches(titleOf(page), wanted)} lang={page.lang} />
    </a>
  );
}
