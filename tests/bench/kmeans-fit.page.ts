import { kmeans } from 'ml-kmeans';
import { divideInto, prepareStart } from '@/lib/domain/interests/fit-clusters';
import { type MixtureSketch, makeMixture } from './mixtures';
import { inertiaOf, inertiaOfRestarts } from './restarts';

/** This module is evaluated in the analysis worker of the built extension. */
export interface Measured {
  readonly durationMs: number;
  readonly inertia: number;
}

/** From points to clusters as the product divides them, giving way between its rounds. */
export async function measureProduct(sketch: MixtureSketch, k: number): Promise<Measured> {
  const points = makeMixture(sketch);
  const startedAt = performance.now();
  const { centroids, clusterOf } = await divideInto(k, points, prepareStart(points), { pause: nextTask });
  return { durationMs: performance.now() - startedAt, inertia: inertiaOf(points, centroids, clusterOf) };
}

/** The library as its documentation shows it. */
export function measureLibrary(sketch: MixtureSketch, k: number): Measured {
  const points = makeMixture(sketch);
  const startedAt = performance.now();
  const rows = points.map((point) => Array.from(point));
  const { centroids, clusters } = kmeans(rows, k, { seed: 1 });
  return { durationMs: performance.now() - startedAt, inertia: inertiaOf(rows, centroids, clusters) };
}

export function measureRestarts(sketch: MixtureSketch, k: number, restarts: number): number {
  return Math.min(...inertiaOfRestarts(makeMixture(sketch), k, restarts));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
