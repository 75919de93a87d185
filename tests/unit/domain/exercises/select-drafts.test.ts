import { describe, expect, it } from 'vitest';
import { blankAt } from '@/lib/domain/exercises/blanks/blank';
import { type ScoredDraft, selectDrafts } from '@/lib/domain/exercises/select-drafts';
import type { TaggedSentence } from '@/lib/domain/exercises/tagged-sentence';
import { buildExercise } from '../../../support/study-rows';

interface Sketch {
  readonly passage: string;
  readonly score: number;
  readonly key?: string;
  readonly text?: string;
}

function draft({ passage, score, key, text }: Sketch, index: number): ScoredDraft {
  const word = key ?? `key${index}`;
  const sentence: TaggedSentence = {
    passageId: passage,
    lang: 'en',
    text: text ?? `${word} is sentence ${index}.`,
    start: 0,
    end: 20,
    tokens: [{ word, tag: 'NOUN', stem: word, start: 0, end: word.length }],
    position: 0,
  };
  const blank = { ...blankAt(sentence, 0, word.length, 'term'), text: word };
  return { sentence, blank, blankScore: 1, terms: {}, score };
}

const drafts = (...sketches: Sketch[]): ScoredDraft[] => sketches.map(draft);
const LIMITS = { perPassage: 2, perPage: 4 };

describe('selectDrafts', () => {
  it('takes at most two of a passage and four of a page, in page order', () => {
    const many = drafts(
      ...['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c'].map((passage, index) => ({ passage, score: 10 - index })),
    );
    const chosen = selectDrafts(many, [], LIMITS);
    expect(chosen).toHaveLength(4);
    expect(chosen.filter(({ sentence }) => sentence.passageId === 'a')).toHaveLength(2);
    expect(chosen).toEqual(many.filter((one) => chosen.includes(one)));
  });

  it('spreads over the page although its beginning scores best', () => {
    const passages = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const page = drafts(...passages.map((passage, index) => ({ passage, score: 8 - index })));
    const chosen = selectDrafts(page, [], LIMITS).map(({ sentence }) => sentence.passageId);
    expect(chosen).toEqual(['a', 'c', 'e', 'g']);
  });

  it('asks for each key and of each sentence once', () => {
    const page = drafts(
      { passage: 'a', score: 3, key: 'Yeast' },
      { passage: 'b', score: 2, key: 'the yeasts' },
      { passage: 'c', score: 1, text: 'Same sentence.' },
      { passage: 'd', score: 0, text: 'Same sentence.' },
    );
    expect(selectDrafts(page, [], LIMITS).map(({ sentence }) => sentence.passageId)).toEqual(['a', 'c']);
  });

  it('counts what is stored already', () => {
    const stored = [
      buildExercise({ id: '1', passageId: 'a', key: 'yeast' }),
      buildExercise({ id: '2', passageId: 'a', key: 'malt' }),
      buildExercise({ id: '3', passageId: 'b', key: 'rye' }),
    ];
    const page = drafts(
      { passage: 'a', score: 9 },
      { passage: 'b', score: 8, key: 'malt' },
      { passage: 'b', score: 1 },
      { passage: 'c', score: 0 },
    );
    expect(selectDrafts(page, stored, LIMITS).map(({ score }) => score)).toEqual([1]);
  });
});
