import { describe, expect, it } from 'vitest';
import {
  chooseDistractors,
  type OptionVectors,
  type Question,
  usableOptions,
} from '@/lib/domain/exercises/distractors/choose-distractors';
import type { Term } from '@/lib/domain/exercises/distractors/term';

const english: Question = {
  lang: 'en',
  key: 'yeast',
  before: 'In a warm dough ',
  after: ' turns sugar into alcohol.',
  headTag: 'NOUN',
  kind: 'term',
  pageText: 'In a warm dough yeast turns sugar into alcohol. Mould grows on bread. Bacteria make acid.',
};

const chinese: Question = {
  lang: 'zh',
  key: '酵母',
  before: '面团里的',
  after: '把糖变成酒精。',
  headTag: 'n',
  kind: 'term',
  pageText: '面团里的酵母把糖变成酒精。霉菌长在面包上。',
};

function term(label: string, headTag = 'NOUN', forms: readonly string[] = [label]): Term {
  return { id: label, label, forms, headTag };
}

const optionsOf = (question: Question, terms: readonly Term[]): string[] => usableOptions(question, terms);

describe('usableOptions', () => {
  it('keeps terms of the same kind and about the same length', () => {
    const pool = [
      term('mould'),
      term('fungus'),
      term('Louis', 'PROPN'),
      term('fermentation vessel temperature'),
    ];
    expect(optionsOf(english, pool)).toEqual(expect.arrayContaining(['mould', 'fungus']));
    expect(optionsOf(english, pool)).toHaveLength(2);
  });

  it('drops the key, its forms and parts, its acronym, and words of the sentence', () => {
    const pool = ['yeast', 'yeasts', 'yeast cell', 'sugars', 'dough'].map((label) => term(label));
    expect(optionsOf(english, pool)).toEqual([]);
    const fsf = { ...english, key: 'Free Software Foundation', headTag: 'PROPN', before: 'In 1985 the ' };
    expect(optionsOf(fsf, [term('FSF', 'PROPN'), term('Open Source Initiative', 'PROPN')])).toEqual([
      'Open Source Initiative',
    ]);
  });

  it('takes the form that agrees in number, and the article that stands before the gap', () => {
    const plural = { ...english, key: 'yeasts' };
    expect(optionsOf(plural, [term('mould', 'NOUN', ['mould', 'moulds'])])).toEqual(['moulds']);
    expect(optionsOf(plural, [term('fungus')])).toEqual([]);
    const article = { ...english, key: 'enzyme', before: 'Bread needs an ' };
    expect(optionsOf(article, [term('mould'), term('acid')])).toEqual(['acid']);
  });

  it('matches the capital of a sentence start, and keeps names among names', () => {
    const opening = { ...english, key: 'Yeast', before: '' };
    expect(optionsOf(opening, [term('mould')])).toEqual(['Mould']);
    expect(optionsOf(english, [term('Unix'), term('mould')])).toEqual(['mould']);
  });

  it('drops a term that the page itself puts in the place of the key', () => {
    const pageText = 'In a warm dough mould turns sugar into alcohol as well.';
    expect(optionsOf({ ...english, pageText }, [term('mould'), term('fungus')])).toEqual(['fungus']);
  });

  it('has the same rules for Chinese', () => {
    const pool = [
      term('霉菌', 'n'),
      term('酵母菌', 'n'),
      term('母体', 'n'),
      term('面团', 'n'),
      term('二氧化碳', 'n'),
      term('APT', 'eng'),
      term('沈括', 'nr'),
      term('发酵', 'v'),
    ];
    expect(optionsOf(chinese, pool)).toEqual(['霉菌', '母体']);
  });

  it('keeps Latin terms of a Chinese text among themselves', () => {
    const question = { ...chinese, key: 'DNS', headTag: 'eng' };
    const pool = [term('SMTP', 'eng'), term('shell', 'eng'), term('dns', 'eng'), term('网络', 'eng')];
    expect(optionsOf(question, pool)).toEqual(['SMTP']);
  });
});

/** Unit vector at an angle to the key, in degrees. */
function at(degrees: number): Float32Array {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
}

describe('chooseDistractors', () => {
  const vectors = (angles: Readonly<Record<string, number>>): OptionVectors => ({
    key: at(0),
    stem: at(0),
    options: new Map(Object.entries(angles).map(([text, degrees]) => [text, at(degrees)])),
  });

  it('takes the closest, but none so close that it may mean the same and none far off', () => {
    const angles = { mould: 60, bacteria: -65, spores: 72, leaven: 30, planet: 110 };
    const pageText = 'mould bacteria spores leaven planet';
    const chosen = chooseDistractors({ ...english, pageText }, Object.keys(angles), vectors(angles));
    expect([...chosen].sort()).toEqual(['bacteria', 'mould', 'spores']);
  });

  it('asks more of terms from other pages', () => {
    const angles = { mould: 70, bacteria: -70, comet: 72, quasar: -72 };
    const chosen = chooseDistractors({ ...english, pageText: 'mould and bacteria' }, Object.keys(angles), {
      ...vectors(angles),
      stem: at(90),
    });
    expect(chosen).not.toContain('quasar');
  });

  it('gives nothing rather than a single wrong option', () => {
    expect(chooseDistractors(english, ['mould'])).toEqual([]);
    expect(chooseDistractors(english, [])).toEqual([]);
  });

  it('offers at most three, none a variant of another', () => {
    const chosen = chooseDistractors(english, ['mould', 'moulds', 'fungus', 'spores', 'acid']);
    expect(chosen).toHaveLength(3);
    expect(chosen.filter((text) => text.startsWith('mould'))).toHaveLength(1);
  });
});
