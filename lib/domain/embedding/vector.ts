/**
 * Inner product; the cosine when both vectors have unit length. Four sums side by side, since each addition to a single one
 * would wait for the one before.
 *
 * @param a @param b equally long
 */
export function dot(a: Float32Array, b: Float32Array): number {
  const even = a.length - (a.length % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < even; i += 4) {
    first += (a[i] ?? 0) * (b[i] ?? 0);
    second += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    third += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    fourth += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (let i = even; i < a.length; i++) first += (a[i] ?? 0) * (b[i] ?? 0);
  return first + second + third + fourth;
}

/** The vector scaled to unit length, as a copy; a zero vector stays zero. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  const scaled = vector.slice();
  if (length > 0) for (let i = 0; i < scaled.length; i++) scaled[i] = (vector[i] ?? 0) / length;
  return scaled;
}

/** @param a @param b equally long */
export function subtract(a: Float32Array, b: Float32Array): Float32Array {
  const difference = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) difference[i] = (a[i] ?? 0) - (b[i] ?? 0);
  return difference;
}

/**
 * The point on the way between two vectors.
 *
 * @param from @param to equally long
 * @param share of the way, 0 to 1
 */
export function moveTowards(from: Float32Array, to: Float32Array, share: number): Float32Array {
  const between = new Float32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const value = from[i] ?? 0;
    between[i] = value + share * ((to[i] ?? 0) - value);
  }
  return between;
}

/**
 * Arithmetic mean, not scaled to unit length.
 *
 * @param vectors at least one, equally long
 * @throws RangeError when the list is empty, since it then has no dimension
 */
export function mean(vectors: readonly Float32Array[]): Float32Array {
  const [first] = vectors;
  if (!first) throw new RangeError('the mean of no vectors is undefined');
  // Summed in double precision: thousands of float32 additions would lose digits.
  const sum = new Float64Array(first.length);
  for (const vector of vectors) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  return Float32Array.from(sum, (value) => value / vectors.length);
}

/**
 * Weighted mean, not scaled to unit length.
 *
 * @param items at least one, equally long; weights positive
 * @throws RangeError when the list is empty, since it then has no dimension
 */
export function weightedMean(
  items: readonly { readonly vector: Float32Array; readonly weight: number }[],
): Float32Array {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = items.map(({ vector, weight }) =>
    vector.map((value) => (value * weight * items.length) / total),
  );
  return mean(scaled);
}
