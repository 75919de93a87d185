import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';

/** The description that fits a page: software under names that nobody can list is known by its mark. */
export function chooseAdapter(page: Document, adapters: readonly SiteAdapter[]): SiteAdapter | undefined {
  return adapters.find(({ mark }) => mark === undefined || mark.split(',').some((part) => isIn(page, part)));
}

/**
 * Whether a page has what a selector names. Browsers keep account of ids and classes, but go through all elements for a list
 * of selectors or one that begins with the body, and this is asked of every page.
 */
function isIn(page: Document, part: string): boolean {
  const selector = part.trim();
  const isOfBody = /^body[^\s>+~]*$/.test(selector);
  return isOfBody ? page.body?.matches(selector) === true : page.querySelector(selector) !== null;
}
