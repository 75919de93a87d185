export const PLACES = ['today', 'interests', 'reading', 'sites', 'data'] as const;

export type PlaceName = (typeof PLACES)[number];

/** A view of the dashboard: one of its places, a page within Reading, a round of questions within Today, or the log within Sites. */
export type Route =
  | { readonly name: PlaceName | 'review' | 'log' }
  | { readonly name: 'page'; readonly pageId: string };

const TODAY: Route = { name: 'today' };

/** Reads a fragment such as `#/reading/PAGEID`; whatever is not known leads to Today. */
export function parseRoute(hash: string): Route {
  const [name = '', pageId = ''] = hash.replace(/^#\/?/, '').split('/');
  if (name === 'review' || name === 'log') return { name };
  if (name === 'reading' && /^[\w-]+$/.test(pageId)) return { name: 'page', pageId };
  const place = PLACES.find((known) => known === name);
  return place === undefined ? TODAY : { name: place };
}

export function hrefOf(route: Route): string {
  return route.name === 'page' ? `#/reading/${route.pageId}` : `#/${route.name}`;
}

/** The place in the navigation that a view belongs to. */
export function placeOf({ name }: Route): PlaceName {
  if (name === 'page') return 'reading';
  if (name === 'log') return 'sites';
  return name === 'review' ? 'today' : name;
}
