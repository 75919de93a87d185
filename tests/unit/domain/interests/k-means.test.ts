import { describe, expect, it } from 'vitest';
import { runKMeans } from '@/lib/domain/interests/k-means';

const point = (...numbers: number[]) => Float32Array.from(numbers);

describe('runKMeans', () => {
  it('moves the centroids to the means of two clouds', async () => {
    const points = [point(0, 0), point(0, 2), point(10, 0), point(10, 2)];
    const { centroids, clusterOf } = await runKMeans(points, [point(1, 1), point(9, 1)]);
    expect(clusterOf).toEqual([0, 0, 1, 1]);
    expect(centroids).toEqual([point(0, 1), point(10, 1)]);
  });

  it('goes on until nothing moves', async () => {
    const points = [0, 1, 2, 10, 11, 12].map((x) => point(x));
    const { centroids } = await runKMeans(points, [point(0), point(1)]);
    expect(centroids).toEqual([point(1), point(11)]);
  });

  it('keeps a centroid that nobody belongs to', async () => {
    const { centroids, clusterOf } = await runKMeans([point(0), point(1)], [point(0), point(100)]);
    expect(clusterOf).toEqual([0, 0]);
    expect(centroids[1]).toEqual(point(100));
  });

  it('gives way between two rounds and stops when aborted', async () => {
    const controller = new AbortController();
    let pauses = 0;
    const pause = async () => {
      pauses++;
      controller.abort(new Error('the page was closed'));
    };
    const points = [0, 1, 2, 10, 11, 12].map((x) => point(x));
    const run = runKMeans(points, [point(0), point(1)], { signal: controller.signal, pause });
    await expect(run).rejects.toThrow('the page was closed');
    expect(pauses).toBe(1);
  });
});
