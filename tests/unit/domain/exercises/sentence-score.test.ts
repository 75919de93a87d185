import { describe, expect, it } from 'vitest';
import { isAdvice, scoreSentence } from '@/lib/domain/exercises/sentence-score';
import { sentenceOf } from '../../../support/tagged-sentences';

const plain = sentenceOf('A culture turns the sugar of dough into alcohol.', 'en');
const numeric = sentenceOf('Yeast turns 180 grams of sugar into 92 grams of alcohol.', 'en');

describe('scoreSentence', () => {
  it('is the fitted sum of closeness, runs of numbers and place', () => {
    expect(scoreSentence(plain, 0.5)).toBeCloseTo(2.67 * 0.5);
    expect(scoreSentence(numeric, 0.5)).toBeCloseTo(2.67 * 0.5 + 0.24 * Math.log(3));
    expect(scoreSentence({ ...plain, position: 1 }, 0.5)).toBeCloseTo(2.67 * 0.5 - 0.31);
    const chinese = sentenceOf('酵母把180克糖变成92克酒精。', 'zh');
    expect(scoreSentence(chinese, 0)).toBeCloseTo(0.24 * Math.log(3));
  });

  it('looks at form, names and numbers where there is no vector', () => {
    expect(scoreSentence(plain, undefined)).toBeCloseTo(0.3 * Math.log(9));
    const named = sentenceOf('In Paris Louis Pasteur (a chemist) studied yeast in 1857.', 'en');
    expect(scoreSentence(named, undefined)).toBeGreaterThan(scoreSentence(plain, undefined));
    expect(scoreSentence({ ...plain, position: 1 }, undefined)).toBeCloseTo(0.3 * Math.log(9) - 0.54);
  });
});

describe('isAdvice', () => {
  it('tells sentences that speak to the reader', () => {
    expect(isAdvice(sentenceOf('You can bake your bread in a pot.', 'en'))).toBe(true);
    expect(isAdvice(sentenceOf('你可以用锅来烤面包。', 'zh'))).toBe(true);
    expect(isAdvice(plain)).toBe(false);
  });
});
