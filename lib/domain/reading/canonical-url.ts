import tracking from './tracking-parameters.json';
import views from './view-parameters.json';

const TRACKING_NAMES: ReadonlySet<string> = new Set(tracking.names);
const VIEW_SWITCHES: ReadonlySet<string> = new Set(views.switches);
const SWITCHED_ON: ReadonlySet<string> = new Set(views.on);
const VIEW_PAIRS: ReadonlySet<string> = new Set(views.pairs);

/**
 * The address that stands for a page: without credentials, without parameters that only track who came from where or only
 * choose the view for print or for phones, and without a fragment unless it is a route (`#/…`, `#!…`) of a single-page
 * application. Other parameters keep their order and spelling, since servers may mind both. The path stays: what looks like
 * a view there may as well be a lesson about printing.
 *
 * @returns undefined when the address is not one of the web (http or https)
 */
export function canonicalUrl(address: string): string | undefined {
  const url = webUrl(address);
  if (url === undefined) return undefined;
  url.username = '';
  url.password = '';
  const kept = pairsOf(url).filter((pair) => pair !== '' && !isTracking(pair) && !isView(pair));
  // With its question mark, since one at the start of the rest would be taken for it.
  url.search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  if (!/^#[/!]/.test(url.hash)) url.hash = '';
  return url.href;
}

/** Whether an address is probably that of a view for print, by its parameters or its path. */
export function isPrintView(address: string): boolean {
  const url = webUrl(address);
  if (url === undefined) return false;
  return pairsOf(url).some(isView) || /\/print(?:able)?(?:\/|$)/i.test(url.pathname);
}

function webUrl(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function pairsOf({ search }: URL): string[] {
  return search.slice(1).split('&');
}

function isTracking(pair: string): boolean {
  const [name] = splitPair(pair);
  return TRACKING_NAMES.has(name) || tracking.prefixes.some((prefix) => name.startsWith(prefix));
}

function isView(pair: string): boolean {
  const [name, value] = splitPair(pair);
  return (VIEW_SWITCHES.has(name) && SWITCHED_ON.has(value)) || VIEW_PAIRS.has(`${name}=${value}`);
}

function splitPair(pair: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = pair.toLowerCase().split('=', 2);
  return [name, value];
}
