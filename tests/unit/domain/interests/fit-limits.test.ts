import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideInto, fitClusters, prepareStart } from '@/lib/domain/interests/fit-clusters';
import type { Clustering } from '@/lib/domain/interests/k-means';
import { squaredDistance } from '@/lib/domain/interests/squared-distance';
import { makeMixture } from '@/tests/bench/mixtures';
import { directionOf } from '@/tests/support/synthetic-reading';

/** Few or many points, some of which coincide. */
const clouds = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 40 })
  .map((sketches) =>
    sketches.map(([subject, isPlain], i) => directionOf(isPlain ? `${subject}` : `${subject} ${i}`, 6)),
  );

function expectSound({ centroids, clusterOf }: Clustering, points: readonly Float32Array[]): void {
  expect(clusterOf).toHaveLength(points.length);
  expect([...new Set(clusterOf)].sort((a, b) => a - b)).toEqual(centroids.map((_, cluster) => cluster));
  expect(centroids.flatMap((centroid) => [...centroid]).every(Number.isFinite)).toBe(true);
}

describe('at the limits of clustering', () => {
  it('gives every point a cluster that is not empty, without one number that is none', async () => {
    await fc.assert(
      fc.asyncProperty(clouds, fc.integer({ min: 1, max: 60 }), async (points, k) => {
        const divided = await divideInto(k, points, prepareStart(points));
        expectSound(divided, points);
        expect(divided.centroids.length).toBeLessThanOrEqual(Math.min(k, points.length));
      }),
    );
  });

  it('chooses a number of clusters for whatever there is', async () => {
    await fc.assert(
      fc.asyncProperty(
        clouds,
        fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined }),
        async (points, k) => {
          const known = { points, pageSizes: [], unity: 0.1, ...(k !== undefined && { previousK: k }) };
          expectSound(await fitClusters(known), points);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has nothing to say of nothing', async () => {
    const none = { centroids: [], clusterOf: [] };
    expect(await fitClusters({ points: [], pageSizes: [], unity: 0 })).toEqual(none);
  });

  it('divides ten thousand points in the time that a good start leaves', { timeout: 120_000 }, async () => {
    const sketch = { count: 10_000, dimension: 384, parts: 30, separation: 0.8, skew: 0.5, seed: 5 };
    const points = makeMixture(sketch);
    const rows = points.map((point) => Array.from(point));
    const comparing = performance.now();
    for (const row of rows) for (const other of rows.slice(0, 30)) squaredDistance(row, other);
    const roundMs = performance.now() - comparing;
    const startedAt = performance.now();
    const { centroids } = await divideInto(30, points, prepareStart(points));
    // The start that the library makes of itself takes a hundred rounds; a busy machine slows both.
    expect(performance.now() - startedAt).toBeLessThan(40 * roundMs);
    expect(centroids).toHaveLength(30);
  });

  it('can be stopped in the middle of its rounds', async () => {
    const points = makeMixture({ count: 600, dimension: 16, parts: 5, separation: 0.3, skew: 0, seed: 6 });
    const controller = new AbortController();
    let rounds = 0;
    const pause = async () => {
      rounds++;
      if (rounds === 3) controller.abort(new Error('everything was erased'));
    };
    const fit = fitClusters({ points, pageSizes: [], unity: 0 }, { signal: controller.signal, pause });
    await expect(fit).rejects.toThrow('everything was erased');
    expect(rounds).toBe(3);
  });
});
