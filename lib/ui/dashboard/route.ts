import { type KeptView, keptPassageHash } from '@/lib/domain/reading/kept-passage-address';

export const PLACES = ['today', 'interests', 'reading', 'import', 'sites', 'data'] as const;

export type PlaceName = (typeof PLACES)[number];

/** A view of the dashboard: one of its places, a page within Reading, a round of questions within Today, or the log within Sites. */
export type Route = { readonly name: PlaceName | 'review' | 'log' } | PageRoute;

/** A page of the learner, at one of its passages when that was asked for. */
export interface PageRoute {
  readonly name: 'page';
  readonly pageId: string;
  readonly passage?: { readonly id: string; readonly view: KeptView };
}

const TODAY: Route = { name: 'today' };

/** Reads a fragment such as `#/reading/PAGEID`; whatever is not known leads to Today. */
export function parseRoute(hash: string): Route {
  const [name = '', pageId = '', passageId = '', view = ''] = hash.replace(/^#\/?/, '').split('/');
  if (name === 'review' || name === 'log') return { name };
  if (name === 'reading' && isId(pageId)) {
    const passage = { id: passageId, view: view === 'changed' ? view : 'kept' } as const;
    return { name: 'page', pageId, ...(isId(passageId) && { passage }) };
  }
  const place = PLACES.find((known) => known === name);
  return place === undefined ? TODAY : { name: place };
}

export function hrefOf(route: Route): string {
  if (route.name !== 'page') return `#/${route.name}`;
  const { pageId, passage } = route;
  return passage ? keptPassageHash(pageId, passage.id, passage.view) : `#/reading/${pageId}`;
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
