import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber, englishNumber, toChineseNumber } from '@/lib/domain/exercises/grading/number-words';

describe('chineseNumber', () => {
  it.each([
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['两百', 200],
    ['三百零五', 305],
    ['四千', 4000],
    ['一万二千', 12_000],
    ['五十万', 500_000],
    ['一九九一', 1991],
    ['二〇〇八', 2008],
  ])('reads %s as %i', (numeral, value) => {
    expect(chineseNumber(numeral)).toBe(value);
  });

  it.each(['', '软件', '一个'])('finds no number in "%s"', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });

  it('reads back what toChineseNumber writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
        expect(chineseNumber(toChineseNumber(value))).toBe(value);
      }),
    );
  });
});

describe('toChineseNumber', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [15, '十五'],
    [110, '一百一十'],
    [305, '三百零五'],
    [2003, '二千零三'],
  ])('writes %i as %s', (value, numeral) => {
    expect(toChineseNumber(value)).toBe(numeral);
  });
});

describe('englishNumber', () => {
  it('reads words to twelve and nothing else', () => {
    expect(englishNumber('seven')).toBe(7);
    expect(englishNumber('twelve')).toBe(12);
    expect(englishNumber('often')).toBeUndefined();
    expect(englishNumber('constructor')).toBeUndefined();
  });
});
