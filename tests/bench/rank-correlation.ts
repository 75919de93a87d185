/** Ranks from 1, equal values sharing the mean of theirs. */
function ranksOf(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] ?? 0];
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === value) end += 1;
    for (const index of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Spearman's rank correlation (1904): Pearson's correlation of the ranks, ties sharing their mean rank. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const middle = (a.length + 1) / 2;
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
  const off = (ranks: readonly number[], i: number) => (ranks[i] ?? 0) - middle;
  const spread = Math.sqrt(sum((i) => off(x, i) ** 2) * sum((i) => off(y, i) ** 2));
  return spread === 0 ? 0 : sum((i) => off(x, i) * off(y, i)) / spread;
}
