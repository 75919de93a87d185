import { describe, expect, it } from 'vitest';
import {
  adjustedRandIndex,
  bilingualPairRate,
  normalisedMutualInformation,
} from '@/tests/bench/cluster-scoring';
import { chooseStart, inertiaOf, inertiaOfRestarts } from '@/tests/bench/restarts';
import { divideByWords } from '@/tests/bench/word-linkage';

const labels = ['a', 'a', 'a', 'b', 'b', 'b'];

describe('agreement of divisions', () => {
  it('is complete for equal divisions, whatever the clusters are called', () => {
    const renamed = ['2', '2', '2', '1', '1', '1'];
    expect(normalisedMutualInformation(renamed, labels)).toBeCloseTo(1, 12);
    expect(adjustedRandIndex(renamed, labels)).toBe(1);
  });

  it('is as worked out by hand for one item that strays', () => {
    // Pairs together: 4 in both, 7 in the first, 6 in the second, of 15.
    const strayed = ['1', '1', '2', '2', '2', '2'];
    expect(adjustedRandIndex(strayed, labels)).toBeCloseTo((4 - 42 / 15) / (6.5 - 42 / 15), 12);
  });

  it('is none where everything is together', () => {
    const together = labels.map(() => '1');
    expect(normalisedMutualInformation(together, labels)).toBeCloseTo(0, 12);
    expect(adjustedRandIndex(together, labels)).toBe(0);
  });

  it('counts pairs across languages', () => {
    const texts = ['en', 'zh', 'en', 'zh'].map((lang, i) => ({ lang, label: Math.floor(i / 2) }));
    expect(bilingualPairRate(texts, [0, 0, 1, 2])).toBe(0.5);
  });
});

describe('restarts', () => {
  const points = [0, 1, 10, 11].map((x) => Float32Array.of(x));

  it('sums squared distances', () => {
    expect(inertiaOf(points, [[0.5], [10.5]], [0, 0, 1, 1])).toBe(1);
  });

  it('draws far points first, and as many starts as asked for', () => {
    const rows = [[0], [0], [100]];
    expect(chooseStart(rows, 2, () => 0)).toEqual([[0], [100]]);
    expect(chooseStart(rows, 9, () => 0.5)).toHaveLength(3);
  });

  it('finds the best division among few points', () => {
    expect(Math.min(...inertiaOfRestarts(points, 2, 5))).toBe(1);
  });
});

describe('divideByWords', () => {
  it('puts texts together that share words, in both languages', () => {
    const clusters = divideByWords(
      [
        { lang: 'en', text: 'tides rise and tides fall' },
        { lang: 'en', text: 'spring tides rise higher' },
        { lang: 'zh', text: '板块构造与地震' },
        { lang: 'zh', text: '地震来自板块的运动' },
      ],
      2,
    );
    expect(clusters[0]).toBe(clusters[1]);
    expect(clusters[2]).toBe(clusters[3]);
    expect(clusters[0]).not.toBe(clusters[2]);
  });
});
