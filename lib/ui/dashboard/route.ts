import { type KeptView, keptPassageHash } from '@/lib/domain/reading/kept-passage-address';
import { ASKED_SEARCH } from '@/lib/domain/search/asked-search-address';
import { formatFilters, hasFilters, NO_FILTERS, parseFilters, type ReadingFilters } from './reading-filters';

export const PLACES = ['today', 'interests', 'reading', 'import', 'sites', 'data'] as const;

export type PlaceName = (typeof PLACES)[number];

/** A view of the dashboard: one of its places, a page within Reading, a round of questions within Today, or the log within Sites. */
export type Route =
  | { readonly name: Exclude<PlaceName, 'reading'> | 'review' | 'log' }
  | ReadingRoute
  | PageRoute;

/** What was read, narrowed by filters. The words of a search are no part of it, since addresses end up in the browser's history. */
export interface ReadingRoute {
  readonly name: 'reading';
  readonly filters?: ReadingFilters;
  /** The address bar left a question to be asked. */
  readonly isAsked?: true;
}

/** A page of the learner, at one of its passages when that was asked for. */
export interface PageRoute {
  readonly name: 'page';
  readonly pageId: string;
  readonly passage?: { readonly id: string; readonly view: KeptView };
}

const TODAY: Route = { name: 'today' };

/** Reads a fragment such as `#/reading/PAGEID` or `#/reading?site=SITE`; whatever is not known leads to Today. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [name = '', pageId = '', passageId = '', view = ''] = path.split('/');
  if (name === 'review' || name === 'log') return { name };
  if (name === 'reading' && isId(pageId)) {
    const passage = { id: passageId, view: view === 'changed' ? view : 'kept' } as const;
    return { name: 'page', pageId, ...(isId(passageId) && { passage }) };
  }
  if (name === 'reading') return parseReading(query);
  const place = PLACES.find((known) => known === name);
  return place === undefined ? TODAY : { name: place };
}

function parseReading(query: string): ReadingRoute {
  if (query === ASKED_SEARCH) return { name: 'reading', isAsked: true };
  const filters = parseFilters(query);
  return { name: 'reading', ...(hasFilters(filters) && { filters }) };
}

export function hrefOf(route: Route): string {
  if (route.name === 'reading') {
    const query = route.isAsked ? ASKED_SEARCH : formatFilters(route.filters ?? NO_FILTERS);
    return query === '' ? '#/reading' : `#/reading?${query}`;
  }
  if (route.name !== 'page') return `#/${route.name}`;
  const { pageId, passage } = route;
  return passage ? keptPassageHash(pageId, passage.id, passage.view) : `#/reading/${pageId}`;
}

/** Tells views apart: the same view shows other filters without being another one. */
export function viewOf(route: Route): string {
  return route.name === 'reading' ? '#/reading' : hrefOf(route);
}

function isId(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

/** The place in the navigation that a view belongs to. */
export function placeOf({ name }: Route): PlaceName {
  if (name === 'page') return 'reading';
  if (name === 'log') return 'sites';
  return name === 'review' ? 'today' : name;
}
