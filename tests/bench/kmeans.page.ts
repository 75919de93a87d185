import { kmeans } from 'ml-kmeans';
import { dot } from '@/lib/domain/embedding/vector';
import { divideInto, prepareStart } from '@/lib/domain/interests/fit-clusters';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { type MixtureSketch, makeMixture } from './mixtures';
import { inertiaOf, inertiaOfRestarts } from './restarts';

export interface Measured {
  readonly durationMs: number;
  readonly inertia: number;
}

/** To be called in a page; everything else in the workers that it starts, so that each has a thread of its own. */
export function startWorkers(path: string, count: number): void {
  trustPackagedScripts();
  for (let i = 0; i < count; i++) new Worker(new URL(path, location.href), { type: 'module' });
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

let vectors: readonly Float32Array[] = [];

/** Makes the vectors that `searchFor` looks at. */
export function prepareSearch(sketch: MixtureSketch): void {
  vectors = makeMixture(sketch);
}

/**
 * Asks for the nearest of all vectors at a steady pace.
 *
 * @returns milliseconds from when each question was due until its answer was there
 */
export async function searchFor(durationMs: number, paceMs: number): Promise<number[]> {
  const startedAt = performance.now();
  const waits: number[] = [];
  for (let dueAt = startedAt; dueAt < startedAt + durationMs; dueAt += paceMs) {
    while (performance.now() < dueAt) await nextTask(dueAt - performance.now());
    const question = vectors[waits.length % vectors.length] ?? new Float32Array();
    vectors.reduce((best, vector) => Math.max(best, dot(question, vector)), -1);
    waits.push(performance.now() - dueAt);
  }
  return waits;
}

function nextTask(delayMs = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
