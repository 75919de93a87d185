import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '@/lib/domain/embedding/vector';
import { divideInto, fitClusters, prepareStart } from '@/lib/domain/interests/fit-clusters';
import { directionOf } from '@/tests/support/synthetic-reading';

/** Points of some subjects, in order of the subjects, each with noise of its own. */
function cloud(subjects: number, each: number, noise = 0.6): Float32Array[] {
  return Array.from({ length: subjects * each }, (_, i) => {
    const [subject, own] = [directionOf(`subject ${Math.floor(i / each)}`), directionOf(`noise ${i}`)];
    return normalise(subject.map((value, d) => value + noise * (own[d] ?? 0)));
  });
}

const unknownPages = { pageSizes: [], unity: 0 };

describe('fitClusters', () => {
  it.each([2, 3, 5, 8])('finds %i subjects', async (subjects) => {
    const { centroids, clusterOf } = await fitClusters({ points: cloud(subjects, 12), ...unknownPages });
    expect(centroids).toHaveLength(subjects);
    for (let subject = 0; subject < subjects; subject++)
      expect(new Set(clusterOf.slice(subject * 12, subject * 12 + 12)).size).toBe(1);
  });

  it('fits all points although the tree saw only a sample', async () => {
    const points = cloud(3, 300);
    const { centroids, clusterOf } = await fitClusters({ points, ...unknownPages });
    expect(clusterOf).toHaveLength(900);
    expect(centroids).toHaveLength(3);
    expect(new Set(clusterOf.slice(300, 600)).size).toBe(1);
  });

  it('sees one subject when unity says more than any division', async () => {
    const points = cloud(1, 30);
    expect((await fitClusters({ points, pageSizes: [10, 10, 10], unity: 0.8 })).centroids).toHaveLength(1);
  });

  it('makes one cluster of a single page', async () => {
    expect((await fitClusters({ points: cloud(3, 10), pageSizes: [30], unity: 0 })).centroids).toHaveLength(
      1,
    );
  });

  it('makes one cluster of points that coincide', async () => {
    const points = Array.from({ length: 40 }, () => directionOf('the same'));
    const { centroids, clusterOf } = await fitClusters({ points, pageSizes: [], unity: 1 });
    expect(centroids).toHaveLength(1);
    expect(new Set(clusterOf)).toEqual(new Set([0]));
  });

  it('has nothing to divide without points, and one cluster for a few', async () => {
    expect(await fitClusters({ points: [], ...unknownPages })).toEqual({ centroids: [], clusterOf: [] });
    expect((await fitClusters({ points: cloud(1, 3), ...unknownPages })).clusterOf).toEqual([0, 0, 0]);
  });

  it('keeps the previous number while it is hardly worse', async () => {
    const points = cloud(4, 10, 1.4);
    const free = (await fitClusters({ points, ...unknownPages })).centroids.length;
    const held = await fitClusters({ points, ...unknownPages, previousK: free + 1 });
    expect([free, free + 1]).toContain(held.centroids.length);
  });

  it('stops when aborted', async () => {
    const signal = AbortSignal.abort(new Error('the engine is closing'));
    const fit = fitClusters({ points: cloud(3, 10), ...unknownPages }, { signal });
    await expect(fit).rejects.toThrow('the engine is closing');
  });
});

describe('divideInto', () => {
  it('gives every point a cluster, and no empty cluster, for any number', async () => {
    const points = cloud(4, 6);
    const start = prepareStart(points);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 24 }), async (k) => {
        const { centroids, clusterOf } = await divideInto(k, points, start);
        expect(centroids).toHaveLength(k);
        expect([...new Set(clusterOf)].sort((a, b) => a - b)).toEqual(centroids.map((_, i) => i));
      }),
      { numRuns: 24 },
    );
  });

  it('leaves fewer clusters than asked for where points coincide', async () => {
    const points = Array.from({ length: 10 }, () => directionOf('the same'));
    expect((await divideInto(3, points, prepareStart(points))).centroids).toHaveLength(1);
  });
});
