/**
 * Squared Euclidean distance of two equally long lists. Four sums side by side, since each addition to a single one would
 * wait for the one before, and no care for missing numbers: both make it several times as fast.
 */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  const even = a.length - (a.length % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < even; i += 4) {
    const p = (a[i] as number) - (b[i] as number);
    const q = (a[i + 1] as number) - (b[i + 1] as number);
    const r = (a[i + 2] as number) - (b[i + 2] as number);
    const s = (a[i + 3] as number) - (b[i + 3] as number);
    first += p * p;
    second += q * q;
    third += r * r;
    fourth += s * s;
  }
  for (let i = even; i < a.length; i++) first += ((a[i] as number) - (b[i] as number)) ** 2;
  return first + second + third + fourth;
}
