/** Open brackets that are remembered while their partner is looked for. */
const DEEPEST = 32;

/**
 * Finds stretches between paired quotation marks or brackets, in one pass. A bracket whose partner is missing or more
 * than `maxChars` away encloses nothing.
 *
 * @param pairs closing mark by opening mark, one UTF-16 unit each
 * @returns a test whether a position (between two units) lies inside some pair
 */
export function findEnclosed(
  text: string,
  pairs: ReadonlyMap<string, string>,
  maxChars: number,
): (position: number) => boolean {
  const changes = new Int32Array(text.length + 2);
  const open: { close: string; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const close = pairs.get(unit);
    if (close !== undefined) {
      open.push({ close, at });
      if (open.length > DEEPEST) open.shift();
      continue;
    }
    const partner = open.findLastIndex((bracket) => bracket.close === unit);
    const bracket = open[partner];
    if (bracket === undefined) continue;
    open.length = partner;
    if (at - bracket.at <= maxChars) markRange(changes, bracket.at + 1, at + 1);
  }
  for (let at = 1; at < changes.length; at += 1) changes[at] = (changes[at] ?? 0) + (changes[at - 1] ?? 0);
  return (position) => (changes[position] ?? 0) > 0;
}

function markRange(changes: Int32Array, start: number, end: number): void {
  changes[start] = (changes[start] ?? 0) + 1;
  changes[end] = (changes[end] ?? 0) - 1;
}
