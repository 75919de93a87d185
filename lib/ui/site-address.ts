import { siteOf } from '@/lib/domain/reading/site';

/**
 * The address that somebody typed or pasted, completed to a whole one; `https` when no scheme is given.
 *
 * @returns undefined when it is no address of the web
 */
export function completeAddress(typed: string): string | undefined {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return siteOf(address) === undefined ? undefined : new URL(address).href;
}

/** A site as people write it: the host, with its scheme only where that is not `https`. */
export function siteLabel(site: string): string {
  return site.replace(/^https:\/\//, '');
}
