import { describe, expect, it } from 'vitest';
import { describeCounts, describeExamples, describeInterests, type Study } from '@/scripts/tour/summary';
import {
  buildExercise,
  buildInterest,
  buildOccurrence,
  buildPage,
  buildPassage,
} from '@/tests/support/study-rows';

/** An interest that spans an English and a Chinese page, and a smaller one. */
const study: Study = {
  pages: [buildPage({ id: 'p1', title: 'Boiling' }), buildPage({ id: 'p2', title: '沸腾', lang: 'zh' })],
  passages: [
    buildPassage({ id: 'a', interestId: 'heat' }),
    buildPassage({ id: 'b', interestId: 'heat', lang: 'zh' }),
    buildPassage({ id: 'c', interestId: 'heat', lang: 'zh' }),
    buildPassage({ id: 'd', interestId: 'salt' }),
  ],
  occurrences: [
    buildOccurrence({ pageId: 'p1', passageId: 'a' }),
    buildOccurrence({ pageId: 'p2', passageId: 'b' }),
    buildOccurrence({ pageId: 'p2', passageId: 'c' }),
    buildOccurrence({ pageId: 'p1', passageId: 'd' }),
  ],
  interests: [
    buildInterest({ id: 'salt', labels: { en: 'salt' }, passageCount: 1 }),
    buildInterest({ id: 'heat', labels: { en: 'boiling', zh: '沸点' }, passageCount: 3 }),
  ],
  exercises: [
    buildExercise({ id: '1' }),
    buildExercise({ id: '2', kind: 'choice', distractors: ['Kelvin', 'Fahrenheit'] }),
  ],
  jobs: [],
};

describe('the summary of a tour', () => {
  it('counts what was kept, and passages by language', () => {
    expect(describeCounts(study)).toBe(
      'pages 2, passages 4 (2 en, 2 zh), interests 2, exercises 2, jobs given up 0',
    );
  });

  it('lists the largest interest first, with its labels and its pages in both languages', () => {
    expect(describeInterests(study)).toEqual([
      '1. boiling · 沸点: 3 passages',
      '     沸腾 (2)',
      '     Boiling (1)',
      '2. salt: 1 passages',
      '     Boiling (1)',
    ]);
  });

  it('quotes exercises with their key and their wrong options', () => {
    expect(describeExamples(study)).toEqual([
      'en cloze: Water boils at 100 degrees ____ at sea level. [Celsius]',
      'en choice: Water boils at 100 degrees ____ at sea level. [Celsius; not Kelvin, Fahrenheit]',
    ]);
  });
});
