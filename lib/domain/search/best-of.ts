/**
 * The items with the highest scores, best first; equal scores keep their order.
 *
 * @param scoreOf called once for each item
 */
export function bestOf<Item>(items: readonly Item[], count: number, scoreOf: (item: Item) => number): Item[] {
  if (count <= 0) return [];
  const scores = Float64Array.from(items, scoreOf);
  // Sorting numbers alone is far faster, and tells which few items need be sorted.
  const least = scores.length > count ? scores.slice().sort()[scores.length - count] : undefined;
  const best: { readonly item: Item; readonly score: number }[] = [];
  items.forEach((item, i) => {
    const score = scores[i] ?? 0;
    if (least === undefined || score >= least) best.push({ item, score });
  });
  best.sort((a, b) => b.score - a.score);
  return best.slice(0, count).map(({ item }) => item);
}
