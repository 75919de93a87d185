import { mean, moveTowards, normalise } from '../embedding/vector';

/** A point that belongs to a page. */
export interface PagePoint {
  readonly page: { readonly pageId: string };
  /** Centred, unit length. */
  readonly point: Float32Array;
}

/**
 * Moves each point half way to the mean of its page and back to unit length, since the passages of one page mostly
 * share a subject. A page of many subjects has a short mean and moves its passages little.
 */
export function blendWithPages<Item extends PagePoint>(items: readonly Item[]): Item[] {
  const byPage = new Map<string, Float32Array[]>();
  for (const { page, point } of items) {
    const points = byPage.get(page.pageId);
    if (points) points.push(point);
    else byPage.set(page.pageId, [point]);
  }
  const means = new Map(Array.from(byPage, ([pageId, points]) => [pageId, mean(points)]));
  return items.map((item) => {
    const pageMean = means.get(item.page.pageId) ?? item.point;
    return { ...item, point: normalise(moveTowards(item.point, pageMean, 0.5)) };
  });
}
