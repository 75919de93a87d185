import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';

/** How a page is called: by the element that its site names it in, else by its document. */
export function pageTitle(page: Document, adapter: SiteAdapter | undefined): string {
  const named = adapter?.title && page.querySelector(adapter.title)?.textContent?.trim();
  return named || page.title;
}
