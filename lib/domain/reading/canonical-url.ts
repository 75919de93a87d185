import tracking from './tracking-parameters.json';

const TRACKING_NAMES: ReadonlySet<string> = new Set(tracking.names);

/**
 * The address that stands for a page: without credentials, without parameters that only track who came from where, and
 * without a fragment unless it is a route (`#/…`, `#!…`) of a single-page application. Other parameters keep their order
 * and spelling, since servers may mind both.
 *
 * @returns undefined when the address is not one of the web (http or https)
 */
export function canonicalUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.username = '';
  url.password = '';
  url.search = withoutTracking(url.search);
  if (!/^#[/!]/.test(url.hash)) url.hash = '';
  return url.href;
}

function withoutTracking(search: string): string {
  const pairs = search.slice(1).split('&');
  const kept = pairs.filter((pair) => pair !== '' && !isTracking(pair)).join('&');
  // With its question mark, since one at the start of the rest would be taken for it.
  return kept === '' ? '' : `?${kept}`;
}

function isTracking(pair: string): boolean {
  const name = pair.split('=', 1)[0]?.toLowerCase() ?? '';
  return TRACKING_NAMES.has(name) || tracking.prefixes.some((prefix) => name.startsWith(prefix));
}
