import { describe, expect, it } from 'vitest';
import type { Candidate } from '@/lib/domain/concepts/candidate';
import { blendFormulas, type CandidateContext, scoreCandidate } from '@/lib/domain/concepts/features';
import { formulaFor, PAGE_FORMULA, PASSAGE_FORMULAS, pageShare } from '@/lib/domain/concepts/formulas';

const span = { passageId: 'p', start: 0, end: 1 };
const candidate: Candidate = {
  key: 'river delta',
  words: ['river', 'delta'],
  tags: ['NOUN', 'NOUN'],
  label: 'river delta',
  forms: ['river delta'],
  spans: [span, span, span],
  firstPosition: 9,
  firstForm: 'River delta',
  isWholeRun: true,
  endsClause: true,
  followsGrammar: true,
  branching: 0.5,
};
const context: CandidateContext = {
  inTitle: true,
  similarity: 0.4,
  rarity: 0.9,
  wordRarity: 1.5,
  partCount: 2,
  wholeCount: 0,
};
const { similarity: _, ...lexical } = context;

describe('formulas', () => {
  it('score a page by frequency, position, form, title and meaning', () => {
    const expected = 0.7 + 1.6 * Math.log(3) - 0.2 * Math.log(10) + 1;
    expect(scoreCandidate(candidate, context, PAGE_FORMULA)).toBeCloseTo(expected + 4.5 * 0.4 - 4.9);
    expect(scoreCandidate(candidate, { ...lexical, similarity: undefined }, PAGE_FORMULA)).toBeCloseTo(
      expected - 4.2,
    );
  });

  it('score an English passage by its form and neighbours', () => {
    expect(scoreCandidate(candidate, context, PASSAGE_FORMULAS.en)).toBeCloseTo(
      1.8 + 1.05 + 0.66 + 0.46 + 1.95 * 0.9 + 7.3 * 0.4 - 5.84,
    );
  });

  it('score a Chinese passage by rarity, freedom and nesting', () => {
    const chinese = { ...candidate, label: '河流三角洲' };
    expect(scoreCandidate(chinese, context, PASSAGE_FORMULAS.zh)).toBeCloseTo(
      0.76 -
        0.7 * Math.log(3) +
        6.94 * 0.9 -
        0.83 * 1.5 +
        1.03 * Math.log(4) * 1.5 +
        1.07 * 0.5 +
        1.11 -
        0.32 * 2 +
        4.76 * 0.4 -
        10.49,
    );
  });

  it('give way to the page formula with the logarithm of the length', () => {
    expect(pageShare('en', 100)).toBe(0);
    expect(pageShare('en', 200 * Math.SQRT2)).toBeCloseTo(0.5);
    expect(pageShare('en', 5_000)).toBe(1);
    expect(pageShare('zh', 400)).toBe(0);
    expect(pageShare('zh', 800)).toBe(1);
    expect(pageShare('en', 0)).toBe(0);
    for (const lang of ['en', 'zh'] as const) {
      const onPage = scoreCandidate(candidate, context, PAGE_FORMULA);
      expect(scoreCandidate(candidate, context, formulaFor(lang, 2_000))).toBeCloseTo(onPage);
    }
  });

  it('blend to the same score as their scores blend', () => {
    const blended = blendFormulas(PASSAGE_FORMULAS.zh, PAGE_FORMULA, 0.3);
    for (const known of [context, { ...lexical, similarity: undefined }]) {
      const passage = scoreCandidate(candidate, known, PASSAGE_FORMULAS.zh);
      const page = scoreCandidate(candidate, known, PAGE_FORMULA);
      expect(scoreCandidate(candidate, known, blended)).toBeCloseTo(0.7 * passage + 0.3 * page);
    }
  });
});
