const BITS = 32;

/** Words of 32 bits that hold one sign for each number of a vector. */
export function signWords(dimension: number): number {
  return Math.ceil(dimension / BITS);
}

/**
 * The signs of a vector, one bit each: 1 where the number is above 0. The share of equal signs of two centred vectors
 * grows with their cosine (Charikar 2002). Signed words, since only those are never kept as floating point numbers.
 */
export function signCode(vector: Float32Array): Int32Array {
  const code = new Int32Array(signWords(vector.length));
  vector.forEach((value, i) => {
    if (value > 0) code[i >>> 5] = (code[i >>> 5] ?? 0) | (1 << (i & 31));
  });
  return code;
}

/** How many signs differ between a code and the one that starts at a place among many. */
export function signDistance(code: Int32Array, codes: Int32Array, at: number): number {
  let distance = 0;
  for (let i = 0; i < code.length; i++) distance += countOnes((code[i] ?? 0) ^ (codes[at + i] ?? 0));
  return distance;
}

/** Ones of a 32-bit word, added up in parallel by pairs, fours and bytes. */
function countOnes(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
