import { normalise } from '@/lib/domain/embedding/vector';

/**
 * Mean of the hidden states of each text's own tokens, scaled to unit length.
 *
 * @param hidden row-major, shape (lengths.length, width, dimension)
 * @param lengths tokens of each text; the rest of its row is padding
 * @returns one vector of `dimension` numbers a text
 */
export function poolMeans(hidden: Float32Array, lengths: readonly number[], width: number): Float32Array[] {
  const dimension = hidden.length / (lengths.length * width);
  return lengths.map((length, row) => {
    const sum = new Float32Array(dimension);
    for (let token = 0; token < length; token++) {
      const start = (row * width + token) * dimension;
      for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (hidden[start + i] ?? 0);
    }
    return normalise(sum);
  });
}
