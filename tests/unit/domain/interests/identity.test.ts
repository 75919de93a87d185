import { describe, expect, it } from 'vitest';
import { traceLineage } from '@/lib/domain/interests/identity';
import { buildInterest } from '@/tests/support/study-rows';

const onCircle = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const interest = (id: string, degrees: number) => buildInterest({ id, centroid: onCircle(degrees) });
const cluster = (degrees: number, ...passageIds: string[]) => ({ centroid: onCircle(degrees), passageIds });
const nothing = new Map<string, never>();

describe('traceLineage', () => {
  it('continues an interest whose centroid is near and none that is far', () => {
    const clusters = [cluster(30), cluster(150)];
    const [near, far] = traceLineage(clusters, nothing, [interest('old', 0)], nothing);
    expect(near?.continues?.id).toBe('old');
    expect(far).toEqual({ parentIds: [] });
  });

  it('starts anew just below a cosine of 0.8', () => {
    const [lineage] = traceLineage([cluster(38)], nothing, [interest('old', 0)], nothing);
    expect(lineage?.continues).toBeUndefined();
  });

  it('gives an interest to the nearest of two clusters', () => {
    const lineages = traceLineage([cluster(20), cluster(-5)], nothing, [interest('old', 0)], nothing);
    expect(lineages.map(({ continues }) => continues?.id)).toEqual([undefined, 'old']);
  });

  it('measures earlier interests by where their passages are now', () => {
    const points = new Map([['p', onCircle(170)]]);
    const lineages = traceLineage(
      [cluster(175, 'p'), cluster(5)],
      points,
      [interest('moved', 0)],
      new Map([['p', 'moved']]),
    );
    expect(lineages.map(({ continues }) => continues?.id)).toEqual(['moved', undefined]);
  });

  it('names the parent of the part that splits off', () => {
    const points = new Map([
      ['a', onCircle(0)],
      ['b', onCircle(10)],
      ['c', onCircle(90)],
    ]);
    const before = [interest('whole', 20)];
    const belonged = new Map([...points.keys()].map((id) => [id, 'whole']));
    const [rest, split] = traceLineage([cluster(5, 'a', 'b'), cluster(90, 'c')], points, before, belonged);
    expect(rest).toMatchObject({ continues: { id: 'whole' }, parentIds: [] });
    expect(split).toEqual({ parentIds: ['whole'] });
  });

  it('remembers what was merged into an interest, and its earlier parents', () => {
    const points = new Map([
      ['a', onCircle(0)],
      ['b', onCircle(50)],
    ]);
    const before = [{ ...interest('kept', 0), parentIds: ['elder'] }, interest('gone', 50)];
    const belonged = new Map([
      ['a', 'kept'],
      ['b', 'gone'],
    ]);
    const [merged] = traceLineage([cluster(20, 'a', 'b')], points, before, belonged);
    expect(merged).toMatchObject({ continues: { id: 'kept' }, parentIds: ['elder', 'gone'] });
  });
});
