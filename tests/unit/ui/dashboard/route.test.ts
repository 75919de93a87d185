import { describe, expect, it } from 'vitest';
import { hrefOf, PLACES, parseRoute, placeOf, type Route, viewOf } from '@/lib/ui/dashboard/route';

const ROUTES: readonly Route[] = [
  ...PLACES.map((name) => ({ name })),
  { name: 'review' },
  { name: 'log' },
  { name: 'page', pageId: 'a1b2' },
  { name: 'page', pageId: 'a1b2', passage: { id: 'c3', view: 'kept' } },
  { name: 'page', pageId: 'a1b2', passage: { id: 'c3', view: 'changed' } },
  { name: 'reading', filters: { site: 'http://course.test', time: 'week' } },
  { name: 'reading', isAsked: true },
];

describe('routes', () => {
  it.each(ROUTES)('come back from their address: $name', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/nowhere/else', '#today/x/../..'])('%j leads to Today', (hash) => {
    expect(parseRoute(hash)).toEqual({ name: 'today' });
  });

  it('shows the list instead of a page whose id is none', () => {
    expect(parseRoute('#/reading/%3Cb%3E')).toEqual({ name: 'reading' });
    expect(parseRoute('#/reading/a1b2/%3Cb%3E')).toEqual({ name: 'page', pageId: 'a1b2' });
  });

  it('belong to a place of the navigation', () => {
    expect(ROUTES.map(placeOf)).toEqual([
      ...PLACES,
      'today',
      'sites',
      ...Array.from({ length: 5 }, () => 'reading'),
    ]);
  });

  it('are the same view with other filters, and another one at another passage', () => {
    expect(viewOf({ name: 'reading', filters: { time: 'week' } })).toBe(viewOf({ name: 'reading' }));
    const page = { name: 'page', pageId: 'a1b2' } as const;
    expect(viewOf({ ...page, passage: { id: 'c3', view: 'kept' } })).not.toBe(viewOf(page));
  });
});
