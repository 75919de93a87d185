const LONGEST_RUN = 3;

type Weights = ReadonlyMap<string, number>;

/** How often each run of one to three characters occurs. */
function countRuns(text: string): Map<string, number> {
  const characters = [...text.toLowerCase()];
  const counts = new Map<string, number>();
  for (let length = 1; length <= LONGEST_RUN; length++)
    for (let i = 0; i + length <= characters.length; i++) {
      const run = characters.slice(i, i + length).join('');
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  return counts;
}

function cosine(a: Weights, b: Weights): number {
  const dot = (one: Weights, other: Weights) =>
    [...one].reduce((sum, [run, weight]) => sum + weight * (other.get(run) ?? 0), 0);
  const size = Math.sqrt(dot(a, a) * dot(b, b));
  return size === 0 ? 0 : dot(a, b) / size;
}

/** Cosine of each pair by TF-IDF over runs of one to three characters, with the texts of all pairs as the collection. */
export function scoreByCharacters(pairs: readonly (readonly [string, string])[]): number[] {
  const texts = pairs.flat().map(countRuns);
  const spread = new Map<string, number>();
  for (const counts of texts) for (const run of counts.keys()) spread.set(run, (spread.get(run) ?? 0) + 1);
  const idf = (run: string) => 1 + Math.log((1 + texts.length) / (1 + (spread.get(run) ?? 0)));
  const weighted = texts.map(
    (counts) => new Map(Array.from(counts, ([run, count]) => [run, count * idf(run)])),
  );
  return pairs.map((_, i) => cosine(weighted[2 * i] ?? new Map(), weighted[2 * i + 1] ?? new Map()));
}
