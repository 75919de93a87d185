/**
 * Orders items so that neighbours are of different groups whenever that is possible, and otherwise keeps them as near to
 * their given order as that allows: the next item is the earliest one of another group than the last, unless one group
 * holds so many of the remaining items that it must come now.
 */
export function interleave<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  previousGroup?: string,
): Item[] {
  const remaining = [...items];
  const counts = new Map<string, number>();
  for (const item of items) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  const ordered: Item[] = [];
  let last = previousGroup;
  while (remaining.length > 0) {
    const wanted = groupThatMustComeNow(counts, remaining.length, last);
    const index = remaining.findIndex((item) =>
      wanted === undefined ? groupOf(item) !== last : groupOf(item) === wanted,
    );
    const [next] = remaining.splice(Math.max(0, index), 1);
    if (next === undefined) break;
    last = groupOf(next);
    counts.set(last, (counts.get(last) ?? 1) - 1);
    ordered.push(next);
  }
  return ordered;
}

/** A group with more than half of the remaining items: put off once more, two of it would have to touch. */
function groupThatMustComeNow(
  counts: ReadonlyMap<string, number>,
  remaining: number,
  last: string | undefined,
): string | undefined {
  for (const [group, count] of counts) {
    if (count * 2 > remaining && group !== last) return group;
  }
  return undefined;
}
