import { describe, expect, it } from 'vitest';
import type { PassageTerm } from '@/lib/domain/interests/model';
import { type FittedPlace, rankTerms } from '@/lib/domain/interests/term-ranking';

function term(passageId: string, label: string, lang: 'en' | 'zh' = 'en'): PassageTerm {
  return { passageId, conceptId: `${lang}:${label}`, lang, label, forms: [label] };
}

const at = (clusters: Record<string, number>, title = ''): Map<string, FittedPlace> =>
  new Map(Object.entries(clusters).map(([id, cluster]) => [id, { cluster, title }]));

const labels = (terms: readonly { readonly label: string }[] | undefined) => terms?.map(({ label }) => label);

describe('rankTerms', () => {
  it('weighs the share in the cluster by the rarity over all clusters', () => {
    const terms = [
      term('a', 'leaf'),
      term('a', 'light'),
      term('b', 'light'),
      term('c', 'light'),
      term('c', 'lens'),
    ];
    const [first, second] = rankTerms(terms, at({ a: 0, b: 0, c: 1 }), 2);
    // Three terms in the first cluster and two in the second: A = 2.5.
    expect(first?.en).toEqual([
      { conceptId: 'en:leaf', label: 'leaf', score: expect.closeTo((1 / 3) * Math.log(1 + 2.5 / 1)) },
      { conceptId: 'en:light', label: 'light', score: expect.closeTo((2 / 3) * Math.log(1 + 2.5 / 3)) },
    ]);
    expect(labels(second?.en)).toEqual(['lens', 'light']);
  });

  it('keeps the languages apart', () => {
    const [only] = rankTerms([term('a', 'leaf'), term('b', '叶片', 'zh')], at({ a: 0, b: 0 }), 1);
    expect(labels(only?.en)).toEqual(['leaf']);
    expect(labels(only?.zh)).toEqual(['叶片']);
  });

  it('counts a term twice when it is in the title of all the pages', () => {
    const terms = [term('a', 'light'), term('a', 'leaf')];
    const [plain] = rankTerms(terms, at({ a: 0 }), 1);
    const [titled] = rankTerms(terms, at({ a: 0 }, 'How a Leaf Works'), 1);
    expect(labels(titled?.en)).toEqual(['leaf', 'light']);
    expect(titled?.en?.[0]?.score).toBeCloseTo(2 * (plain?.en?.[0]?.score ?? 0));
  });

  it('counts a title for the passages that stand under it', () => {
    const places = new Map([
      ['a', { cluster: 0, title: 'The leaf' }],
      ['b', { cluster: 0, title: 'The root' }],
    ]);
    const [only] = rankTerms([term('a', 'leaf'), term('b', 'leaf')], places, 1);
    expect(only?.en?.[0]?.score).toBeCloseTo(1.5 * Math.log(1 + 2 / 2));
  });

  it('ignores passages that were not fitted and leaves clusters without terms empty', () => {
    expect(rankTerms([term('stranger', 'leaf')], at({ a: 0 }), 2)).toEqual([{}, {}]);
    expect(rankTerms([], new Map(), 0)).toEqual([]);
  });

  it('orders equal scores by concept, not by chance', () => {
    const [only] = rankTerms([term('a', 'root'), term('a', 'leaf')], at({ a: 0 }), 1);
    expect(labels(only?.en)).toEqual(['leaf', 'root']);
  });
});
