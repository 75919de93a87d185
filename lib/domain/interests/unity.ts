import { dot, mean } from '../embedding/vector';

/**
 * How many passages on other subjects the reading is compared with when the question is whether it is about one
 * subject only. While little is read, the shipped mean of the language stands for the rest of the world; the more is
 * read, the more the reading itself is the world, and differences inside it count.
 */
export const WORLD_WEIGHT = 40;

/**
 * Score of seeing all points as one cluster, on the scale of the silhouette: with the centre of the world as the other
 * cluster, a point's `(b − a) / b` is its cosine to the common direction, and the mean of these is the length of the
 * mean point.
 *
 * @param points unit length, centred with `WORLD_WEIGHT`
 * @returns 0 to 1; 0 when there are no points
 */
export function unityOf(points: readonly Float32Array[]): number {
  if (points.length === 0) return 0;
  const middle = mean(points);
  return Math.sqrt(dot(middle, middle));
}
