import type { Passage } from '../reading/model';
import type { PassagePlace } from './model';

/** The passages of a page, in page order. */
export interface PageGroup {
  readonly pageId: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/**
 * Groups passages by page. A passage that stands on several pages counts for the first of them by id, and one that
 * stands on none is left out.
 */
export function groupByPage(passages: readonly Passage[], places: readonly PassagePlace[]): PageGroup[] {
  const waiting = new Map(passages.map((passage) => [passage.id, passage]));
  const groups = new Map<string, PageGroup & { readonly passages: Passage[] }>();
  for (const { passageId, pageId, pageTitle } of [...places].sort(byPlace)) {
    const passage = waiting.get(passageId);
    if (!passage) continue;
    waiting.delete(passageId);
    const group = groups.get(pageId);
    if (group) group.passages.push(passage);
    else groups.set(pageId, { pageId, title: pageTitle, passages: [passage] });
  }
  return [...groups.values()];
}

function byPlace(a: PassagePlace, b: PassagePlace): number {
  if (a.pageId !== b.pageId) return a.pageId < b.pageId ? -1 : 1;
  return a.order - b.order;
}
