import { describe, expect, it } from 'vitest';
import { simplifiedSilhouette } from '@/lib/domain/interests/silhouette';
import { unityOf } from '@/lib/domain/interests/unity';

const east = Float32Array.of(1, 0);
const north = Float32Array.of(0, 1);
const between = Float32Array.of(0.6, 0.8);

describe('simplifiedSilhouette', () => {
  it('is 1 for points on their own centroid with the other at a right angle', () => {
    expect(simplifiedSilhouette([east, north], { centroids: [east, north], clusterOf: [0, 1] })).toBe(1);
  });

  it('compares the distances to the own and to the nearest other centroid', () => {
    // Distances 0.4 to its own and 0.2 to the other centroid: (0.2 − 0.4) / 0.4.
    const score = simplifiedSilhouette([between], { centroids: [east, north], clusterOf: [0] });
    expect(score).toBeCloseTo(-0.5);
  });

  it('looks at directions only', () => {
    const far = { centroids: [east.map((x) => 7 * x), north], clusterOf: [1] };
    expect(simplifiedSilhouette([between], far)).toBeCloseTo(0.5);
  });

  it('says nothing about one cluster, no points or coinciding centroids', () => {
    expect(simplifiedSilhouette([east], { centroids: [east], clusterOf: [0] })).toBe(0);
    expect(simplifiedSilhouette([], { centroids: [east, north], clusterOf: [] })).toBe(0);
    expect(simplifiedSilhouette([east], { centroids: [east, east], clusterOf: [0] })).toBe(0);
  });
});

describe('unityOf', () => {
  it('is the length of the mean point', () => {
    expect(unityOf([east, east])).toBe(1);
    expect(unityOf([east, north])).toBeCloseTo(Math.SQRT1_2);
    expect(unityOf([east, Float32Array.of(-1, 0)])).toBe(0);
    expect(unityOf([])).toBe(0);
  });
});
