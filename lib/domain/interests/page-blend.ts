import { mean, normalise } from '../embedding/vector';

/**
 * Moves each point half way to the mean of its page, since the passages of one page mostly share a subject:
 * `unit(v + mean of the page's v)`. A page of many subjects has a short mean and moves its passages little.
 *
 * @param points centred vectors of unit length
 * @param pageOf page of each point, by the same index
 */
export function blendWithPages(points: readonly Float32Array[], pageOf: readonly string[]): Float32Array[] {
  const byPage = new Map<string, Float32Array[]>();
  points.forEach((point, i) => {
    const page = pageOf[i] ?? '';
    byPage.set(page, [...(byPage.get(page) ?? []), point]);
  });
  const means = new Map(Array.from(byPage, ([page, members]) => [page, mean(members)]));
  return points.map((point, i) => {
    const pageMean = means.get(pageOf[i] ?? '');
    return normalise(point.map((value, d) => value + (pageMean?.[d] ?? 0)));
  });
}
