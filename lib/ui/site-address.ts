import { siteOf } from '@/lib/domain/reading/site';

/**
 * The address that somebody typed or pasted, completed to a whole one; `https` when no scheme is given. Without a scheme
 * a single word is more likely a word than a host.
 *
 * @returns undefined when it is no address of the web
 */
export function completeAddress(typed: string): string | undefined {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const address = hasScheme ? text : `https://${text}`;
  if (/\s/.test(text) || siteOf(address) === undefined) return undefined;
  const { hostname, href } = new URL(address);
  const isHost = /^[a-z\d.-]+$/.test(hostname) || hostname.startsWith('[');
  return isHost && (hasScheme || /[.:]|^localhost$/.test(hostname)) ? href : undefined;
}

/** A site as people write it: the host, with its scheme only where that is not `https`. */
export function siteLabel(site: string): string {
  return site.replace(/^https:\/\//, '');
}
