import { describe, expect, it } from 'vitest';
import { LEAST_BLANK_SCORE, scoreBlank } from '@/lib/domain/exercises/blanks/blank-score';
import { findBlanks } from '@/lib/domain/exercises/blanks/find-blanks';
import { KeyTermMap } from '@/lib/domain/exercises/blanks/key-terms';
import type { Language } from '@/lib/domain/text/language';
import { keyphraseIn, sentenceOf } from '../../../../support/tagged-sentences';

interface Setting {
  readonly keyTerms?: readonly [string, string][];
  readonly title?: string;
  readonly commonness?: number;
}

function scoreOf(text: string, key: string, lang: Language, setting: Setting = {}): number | undefined {
  const map = new KeyTermMap((setting.keyTerms ?? []).map(([label, tag]) => keyphraseIn(text, label, tag)));
  const sentence = sentenceOf(text, lang);
  const blank = findBlanks(sentence, map).find((found) => found.text === key);
  if (blank === undefined) throw new Error(`no blank ${key}`);
  const { title = '', commonness = 0 } = setting;
  return scoreBlank(sentence, blank, { keyTerm: map.keyTermOf(sentence, blank), title, commonness })?.score;
}

const YEAST = 'Yeast turns the sugar of a dough into alcohol at 30 degrees.';
const JIAOMU = '酵母在1857年被证明能把面团里的糖变成酒精。';

describe('scoreBlank', () => {
  it('prefers the first key terms of the page', () => {
    const keyTerms: [string, string][] = [
      ['alcohol', 'NOUN'],
      ['sugar', 'NOUN'],
    ];
    const first = scoreOf(YEAST, 'alcohol', 'en', { keyTerms }) ?? 0;
    const second = scoreOf(YEAST, 'sugar', 'en', { keyTerms }) ?? 0;
    const other = scoreOf(YEAST, 'dough', 'en', { keyTerms }) ?? 0;
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(LEAST_BLANK_SCORE);
    expect(other).toBeLessThan(LEAST_BLANK_SCORE);
  });

  it('takes years and numbers with a unit, but no bare or merely counting numbers', () => {
    expect(scoreOf(JIAOMU, '1857年', 'zh')).toBeGreaterThanOrEqual(LEAST_BLANK_SCORE);
    expect(scoreOf('Alfred Wegener published his theory in 1912.', '1912', 'en')).toBeGreaterThanOrEqual(0.6);
    expect(scoreOf('The oven is heated to 230 kelvin by gas.', '230 kelvin', 'en')).toBeGreaterThanOrEqual(
      0.6,
    );
    expect(scoreOf('The recipe is found in section 4 of the book.', 'section 4', 'en')).toBeUndefined();
    expect(scoreOf('For example, a tax of 5 euros is added to it.', '5 euros', 'en')).toBeUndefined();
  });

  it('refuses words that anything could stand for', () => {
    expect(scoreOf('There are different ways of shaping a loaf.', 'ways', 'en')).toBeUndefined();
    expect(scoreOf('烤面包的方法有很多种。', '方法', 'zh')).toBeUndefined();
  });

  it('allows a generic word where the page is about it and the sentence says what it is', () => {
    const keyTerms: [string, string][] = [['functions', 'NOUN']];
    const defining = 'Functions are named pieces of a program.';
    const keyphrases: [string, string][] = [['Functions', 'NOUN']];
    expect(scoreOf(defining, 'Functions', 'en', { keyTerms: keyphrases })).toBeGreaterThan(LEAST_BLANK_SCORE);
    expect(scoreOf('Programmers like small functions.', 'functions', 'en', { keyTerms })).toBeUndefined();
  });

  it('values what the sentence names or is about', () => {
    const named = scoreOf('The gap left behind is called a tombstone.', 'tombstone', 'en') ?? 0;
    expect(named).toBeGreaterThanOrEqual(LEAST_BLANK_SCORE);
    expect(scoreOf('此时的光照强度叫作光饱和点。', '光饱和点', 'zh') ?? 0).toBeGreaterThanOrEqual(
      LEAST_BLANK_SCORE,
    );
  });

  it('does not ask for what the title says, or for a term of every page', () => {
    const keyTerms: [string, string][] = [['alcohol', 'NOUN']];
    const plain = scoreOf(YEAST, 'alcohol', 'en', { keyTerms }) ?? 0;
    expect(scoreOf(YEAST, 'alcohol', 'en', { keyTerms, title: 'Alcohol in bread' })).toBeLessThan(plain);
    expect(scoreOf(YEAST, 'alcohol', 'en', { keyTerms, commonness: 1 })).toBeLessThan(LEAST_BLANK_SCORE);
    const name = 'In bakeries Python counts the loaves.';
    const setting: Setting = { keyTerms: [['Python', 'PROPN']], title: 'The Python tutorial' };
    expect(scoreOf(name, 'Python', 'en', setting)).toBeUndefined();
  });

  it('names the terms of its sum', () => {
    const sentence = sentenceOf(JIAOMU, 'zh');
    const [blank] = findBlanks(sentence, new KeyTermMap([])).filter(({ text }) => text === '1857年');
    if (blank === undefined) throw new Error('no blank');
    const scored = scoreBlank(sentence, blank, { keyTerm: undefined, title: '', commonness: 0 });
    expect(scored?.terms).toEqual({ number: 0.8 });
  });
});
