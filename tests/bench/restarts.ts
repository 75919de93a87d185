import { kmeans } from 'ml-kmeans';
import { squaredDistance } from '@/lib/domain/interests/squared-distance';
import { createSeededRandom, type Random } from '@/lib/domain/shared/random';

const MOST_ROUNDS = 100;
const REST = 1e-5;

/** Sum of the squared distances of all points to the centroids of their clusters. */
export function inertiaOf(
  points: readonly ArrayLike<number>[],
  centroids: readonly ArrayLike<number>[],
  clusterOf: readonly number[],
): number {
  let sum = 0;
  points.forEach((point, i) => {
    const centroid = centroids[clusterOf[i] ?? -1] ?? point;
    for (let d = 0; d < point.length; d++) sum += ((point[d] ?? 0) - (centroid[d] ?? 0)) ** 2;
  });
  return sum;
}

/** Inertia of k-means from several random starts, each run by `ml-kmeans` until its centroids rest. */
export function inertiaOfRestarts(
  points: readonly Float32Array[],
  k: number,
  restarts: number,
  seed = 1,
): number[] {
  const random = createSeededRandom(seed);
  const rows = points.map((point) => Array.from(point));
  return Array.from({ length: restarts }, () => {
    const { centroids, clusters } = kmeans(rows, k, {
      initialization: chooseStart(rows, k, random),
      maxIterations: MOST_ROUNDS,
      tolerance: REST,
      distanceFunction: squaredDistance,
    });
    return inertiaOf(rows, centroids, clusters);
  });
}

/**
 * k-means++ (Arthur and Vassilvitskii 2007): each further start is a point drawn with a probability that grows with the
 * square of its distance to the nearest start so far. That of the library draws by the same rule and takes far longer.
 */
export function chooseStart(rows: readonly number[][], k: number, random: Random): number[][] {
  const first = rows[Math.floor(random() * rows.length)] ?? [];
  const starts = [first];
  const nearest = rows.map((row) => squaredDistance(row, first));
  while (starts.length < Math.min(k, rows.length)) {
    const next = rows[draw(nearest, random)] ?? first;
    starts.push(next);
    rows.forEach((row, i) => {
      nearest[i] = Math.min(nearest[i] ?? 0, squaredDistance(row, next));
    });
  }
  return starts;
}

function draw(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return drawn < 0 ? weights.length - 1 : drawn;
}
