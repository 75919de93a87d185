import { describe, expect, it } from 'vitest';
import { borrowedTerms, withoutTerms } from '@/lib/domain/exercises/without-terms';
import { buildExercise } from '../../../support/study-rows';

const choice = buildExercise({
  kind: 'choice',
  distractors: ['basalt', 'gneiss', 'marble'],
  accepted: ['°C'],
});

describe('an exercise without words of other reading', () => {
  it('names what it has borrowed', () => {
    expect(borrowedTerms(choice)).toEqual(['basalt', 'gneiss', 'marble', '°C']);
  });

  it('loses wrong options and accepted answers', () => {
    const rest = withoutTerms(choice, (term) => term === 'gneiss' || term === '°C');
    expect(rest).toEqual({ ...choice, distractors: ['basalt', 'marble'], accepted: [] });
  });

  it('becomes a gap when one wrong option is left, and keeps its memory', () => {
    const rest = withoutTerms(choice, (term) => term !== 'basalt');
    expect(rest).toEqual({ ...choice, kind: 'cloze', distractors: [], accepted: [] });
  });

  it('stays a gap', () => {
    const cloze = buildExercise({ accepted: ['centigrade'] });
    expect(withoutTerms(cloze, () => true)).toEqual({ ...cloze, accepted: [] });
  });
});
