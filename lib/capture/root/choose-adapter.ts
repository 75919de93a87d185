import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';

/** The description that fits a page: software under names that nobody can list is known by its mark. */
export function chooseAdapter(page: Document, adapters: readonly SiteAdapter[]): SiteAdapter | undefined {
  return adapters.find(({ mark }) => mark === undefined || page.querySelector(mark) !== null);
}
