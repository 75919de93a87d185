import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberDistractors } from '@/lib/domain/exercises/distractors/number-distractors';
import { createSeededRandom } from '@/lib/domain/shared/random';

const of = (key: string, seed = 1): string[] => numberDistractors(key, createSeededRandom(seed), 2026);
const numberIn = (text: string): number => Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));

describe('numberDistractors', () => {
  it('keeps unit, thousands commas, decimals and roundness', () => {
    for (const text of of('1,300 pages')) expect(text).toMatch(/^\d,\d00 pages$/);
    for (const text of of('3.5 kilometres')) expect(text).toMatch(/^\d\.\d kilometres$/);
    for (const text of of('1500千米')) expect(text).toMatch(/^\d\d00千米$/);
    for (const text of of('30%')) expect(text).toMatch(/^\d0%$/);
  });

  it('stays within 10 to 50 per cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 99_999 }), fc.nat(), (value, seed) => {
        fc.pre(value % 10 !== 0);
        for (const text of of(`${value} grams`, seed)) {
          const change = Math.abs(numberIn(text) - value) / value;
          expect(change).toBeGreaterThanOrEqual(0.1 - 0.5 / value);
          expect(change).toBeLessThanOrEqual(0.5 + 0.5 / value);
        }
      }),
    );
  });

  it('never offers the key, a duplicate or another length', () => {
    const keys = fc.constantFrom(
      '8 bits',
      '1991',
      '1040s',
      '二十年',
      '12%',
      '1.8亿年',
      '19世纪',
      '5 May 1912',
    );
    fc.assert(
      fc.property(keys, fc.nat(), (key, seed) => {
        const options = of(key, seed);
        expect(options).not.toContain(key);
        expect(new Set(options).size).toBe(options.length);
        expect([0, 2, 3]).toContain(options.length);
      }),
    );
  });

  it('moves a year by years, keeps decades round, and stays out of the future', () => {
    for (const text of of('1991')) expect(Math.abs(Number(text) - 1991)).toBeLessThanOrEqual(30);
    for (const text of of('1040s')) expect(text).toMatch(/^10\d0s$/);
    for (const text of of('2024年')) expect(numberIn(text)).toBeLessThanOrEqual(2026);
    for (const text of of('5 May 1912')) expect(text).toMatch(/^5 May (?:18|19)\d\d$/);
    for (const text of of('20世纪60年代')) expect(numberIn(text)).toBeLessThanOrEqual(21);
  });

  it('writes Chinese numerals as it found them', () => {
    const options = of('二十年');
    expect(options.length).toBeGreaterThanOrEqual(2);
    for (const text of options) expect(text).toMatch(/^[一二三四五六七八九十]{1,3}年$/);
  });

  it('does not go beyond all of a whole', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      for (const text of of('90%', seed)) expect(numberIn(text)).toBeLessThanOrEqual(100);
    }
  });

  it('gives nothing where there is no number to change', () => {
    expect(of('yeast')).toEqual([]);
    expect(of('一个')).toEqual([]);
  });
});
