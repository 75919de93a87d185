import { canonicalUrl, isPrintView } from '@/lib/domain/reading/canonical-url';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';

/**
 * The address that a page is kept under. What it says of itself (`<link rel="canonical">`) is believed only where it is
 * another view of a page, for phones (AMP) or for print, and only of an address of its own origin: elsewhere sites often
 * name the first part of a series, or their front page, and no site may name another's. Undefined when there is none to be
 * kept.
 */
export function pageAddress(page: Document, address: string): string | undefined {
  const own = canonicalUrl(address);
  if (own === undefined) return undefined;
  const original = isAmp(page) || isPrintView(address) ? statedAddress(page, own) : undefined;
  const url = original ?? own;
  return url.length <= CAPTURE_LIMITS.urlChars ? url : undefined;
}

function isAmp(page: Document): boolean {
  const root = page.documentElement;
  return root.hasAttribute('amp') || root.hasAttribute('⚡');
}

function statedAddress(page: Document, own: string): string | undefined {
  const href = page.querySelector('head > link[rel~="canonical" i]')?.getAttribute('href');
  if (!href || !URL.canParse(href, own)) return undefined;
  const stated = new URL(href, own);
  return stated.origin === new URL(own).origin ? canonicalUrl(stated.href) : undefined;
}
