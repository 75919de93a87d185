import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '@/lib/domain/embedding/vector';
import { growWardTree, sampleEvenly } from '@/lib/domain/interests/ward-start';
import { directionOf } from '@/tests/support/synthetic-reading';

const onCircle = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

describe('growWardTree', () => {
  const points = [0, 4, 90, 92, 94, 180].map(onCircle);

  it('starts each cluster at the mean of a branch', () => {
    const starts = growWardTree(points).centroids(3);
    const expected = [points.slice(0, 2), points.slice(2, 5), points.slice(5)].map(mean);
    expect(starts).toHaveLength(3);
    expect(new Set(starts.map(String))).toEqual(new Set(expected.map(String)));
  });

  it('gives the mean of all for one cluster and every point for as many clusters', () => {
    const tree = growWardTree(points);
    expect(tree.centroids(1)).toEqual([mean(points)]);
    expect(new Set(tree.centroids(6).map(String))).toEqual(new Set(points.map(String)));
  });

  it('gives as many starts as asked for even when points coincide', () => {
    const same = Array.from({ length: 5 }, () => onCircle(30));
    expect(growWardTree(same).centroids(3)).toHaveLength(3);
  });

  it('grows from a single point', () => {
    expect(growWardTree([onCircle(10)]).centroids(1)).toEqual([onCircle(10)]);
  });

  it('has k starts for every k up to the number of points', () => {
    const cloud = Array.from({ length: 20 }, (_, i) => directionOf(`point ${i}`, 6));
    const tree = growWardTree(cloud);
    for (let k = 1; k <= cloud.length; k++) expect(tree.centroids(k)).toHaveLength(k);
  });
});

describe('sampleEvenly', () => {
  it('has the wanted size, keeps the order and leaves no long gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 400 }), (count, size) => {
        const items = Array.from({ length: count }, (_, i) => i);
        const sample = sampleEvenly(items, size);
        expect(sample).toHaveLength(Math.min(count, size));
        const gaps = sample.slice(1).map((item, i) => item - (sample[i] ?? 0));
        expect(gaps.every((gap) => gap >= 1 && gap <= Math.ceil(count / size))).toBe(true);
      }),
    );
  });
});
