/**
 * The items with the highest scores, best first; equal scores keep their order.
 *
 * @param scoreOf called once for each item
 */
export function bestOf<Item>(items: readonly Item[], count: number, scoreOf: (item: Item) => number): Item[] {
  if (count <= 0) return [];
  const scores = Float64Array.from(items, scoreOf);
  // Only those that can be among the best are sorted together with their items, which takes far longer.
  const least = scores.length > count ? scores.slice().sort()[scores.length - count] : undefined;
  return items
    .map((item, i) => ({ item, score: scores[i] ?? 0 }))
    .filter(({ score }) => least === undefined || score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ item }) => item);
}
