import { describe, expect, it } from 'vitest';
import { traceLineage } from '@/lib/domain/interests/identity';
import type { PassageCluster } from '@/lib/domain/interests/passage-cluster';
import { buildInterest, buildPassage } from '@/tests/support/study-rows';

const onCircle = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const interest = (id: string, degrees: number) => buildInterest({ id, centroid: onCircle(degrees) });
/** A cluster whose members lie at the given degrees. */
function cluster(degrees: number, members: Record<string, number> = {}): PassageCluster {
  return {
    centroid: onCircle(degrees),
    members: Object.entries(members).map(([id, at]) => ({
      passage: { ...buildPassage({ id }), lang: 'en' },
      page: { pageId: 'p', title: '', passages: [] },
      point: onCircle(at),
    })),
  };
}
const unknown = new Map<string, string>();

describe('traceLineage', () => {
  it('continues an interest whose centroid is near and none that is far', () => {
    const clusters = [cluster(30), cluster(150)];
    const [near, far] = traceLineage(clusters, [interest('old', 0)], unknown);
    expect(near?.continues?.id).toBe('old');
    expect(far).toEqual({ parentIds: [] });
  });

  it('starts anew just below a cosine of 0.8', () => {
    const [lineage] = traceLineage([cluster(38)], [interest('old', 0)], unknown);
    expect(lineage?.continues).toBeUndefined();
  });

  it('gives an interest to the nearest of two clusters', () => {
    const lineages = traceLineage([cluster(20), cluster(-5)], [interest('old', 0)], unknown);
    expect(lineages.map(({ continues }) => continues?.id)).toEqual([undefined, 'old']);
  });

  it('measures earlier interests by where their passages are now', () => {
    const clusters = [cluster(175, { p: 170 }), cluster(5)];
    const lineages = traceLineage(clusters, [interest('moved', 0)], new Map([['p', 'moved']]));
    expect(lineages.map(({ continues }) => continues?.id)).toEqual(['moved', undefined]);
  });

  it('knows an interest of another model again by its passages, and never by its centroid', () => {
    const before = ['moved', 'empty'].map((id) => ({ ...interest(id, 0), modelId: 'earlier-model' }));
    const clusters = [cluster(90, { p: 90 }), cluster(0, { q: 0 })];
    const lineages = traceLineage(clusters, before, new Map([['p', 'moved']]));
    expect(lineages.map(({ continues }) => continues?.id)).toEqual(['moved', undefined]);
  });

  it('names the parent of the part that splits off', () => {
    const clusters = [cluster(5, { a: 0, b: 10 }), cluster(90, { c: 90 })];
    const belonged = new Map(['a', 'b', 'c'].map((id) => [id, 'whole']));
    const [rest, split] = traceLineage(clusters, [interest('whole', 20)], belonged);
    expect(rest).toMatchObject({ continues: { id: 'whole' }, parentIds: [] });
    expect(split).toEqual({ parentIds: ['whole'] });
  });

  it('remembers what was merged into an interest, and its earlier parents', () => {
    const before = [{ ...interest('kept', 0), parentIds: ['elder'] }, interest('gone', 50)];
    const belonged = new Map([
      ['a', 'kept'],
      ['b', 'gone'],
    ]);
    const [merged] = traceLineage([cluster(20, { a: 0, b: 50 })], before, belonged);
    expect(merged).toMatchObject({ continues: { id: 'kept' }, parentIds: ['elder', 'gone'] });
  });
});
