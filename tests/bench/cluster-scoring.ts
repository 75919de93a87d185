/**
 * Agreement of two divisions of the same items: mutual information over the mean of the two entropies (Strehl and
 * Ghosh 2002 name several norms; this is the arithmetic one).
 *
 * @returns 0 (independent) to 1 (equal up to names)
 */
export function normalisedMutualInformation(a: readonly string[], b: readonly string[]): number {
  const joint = entropy(a.map((name, i) => `${name}\n${b[i]}`));
  const [own, other] = [entropy(a), entropy(b)];
  return own + other === 0 ? 1 : (2 * (own + other - joint)) / (own + other);
}

function entropy(names: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / names.length) * Math.log(count / names.length);
  return sum;
}

/** Share of the pairs of an English and a Chinese text with one label whose texts are in one cluster. */
export function bilingualPairRate(
  texts: readonly { readonly lang: string; readonly label: string | number }[],
  clusterOf: readonly number[],
): number {
  let pairs = 0;
  let together = 0;
  texts.forEach((a, i) => {
    texts.forEach((b, j) => {
      if (a.lang !== 'en' || b.lang !== 'zh' || a.label !== b.label) return;
      pairs++;
      if (clusterOf[i] === clusterOf[j]) together++;
    });
  });
  return pairs === 0 ? 0 : together / pairs;
}

/**
 * Agreement of two divisions of the same items, by pairs that are together or apart in both, corrected for chance (Hubert and
 * Arabie 1985).
 *
 * @returns 1 for equal divisions, about 0 for independent ones
 */
export function adjustedRandIndex(a: readonly string[], b: readonly string[]): number {
  const joint = sumOfPairs(a.map((name, i) => `${name}\n${b[i]}`));
  const [own, other, all] = [sumOfPairs(a), sumOfPairs(b), (a.length * (a.length - 1)) / 2];
  const expected = all === 0 ? 0 : (own * other) / all;
  const most = (own + other) / 2;
  return most === expected ? 1 : (joint - expected) / (most - expected);
}

/** Pairs of items with the same name. */
function sumOfPairs(names: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
