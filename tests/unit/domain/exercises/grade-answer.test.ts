import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeAnswer } from '@/lib/domain/exercises/grade-answer';

const english = {
  kind: 'cloze',
  lang: 'en',
  key: 'photosynthesis',
  accepted: ['carbon assimilation'],
} as const;
const chinese = { kind: 'cloze', lang: 'zh', key: '哈希函数', accepted: ['散列函数'] } as const;
const year = { kind: 'cloze', lang: 'en', key: '1991', accepted: [] } as const;

describe('gradeAnswer', () => {
  it.each([
    [english, 'photosynthesis', 'exact'],
    [english, 'Photosynthesis.', 'folded'],
    [english, 'the carbon  assimilation', 'accepted'],
    [english, 'photosyntesis', 'near'],
    [english, 'fotosyntesis', 'wrong'],
    [english, 'respiration', 'wrong'],
    [english, '', 'wrong'],
    [english, ' . ', 'wrong'],
    [chinese, '哈希函数', 'exact'],
    [chinese, '哈希 函数', 'folded'],
    [chinese, '散列函数', 'accepted'],
    [chinese, '哈西函数', 'near'],
    [chinese, '函数', 'wrong'],
    [year, '1992', 'wrong'],
    [year, '１９９１', 'folded'],
  ] as const)('%o: %s is %s', (exercise, answer, match) => {
    expect(gradeAnswer(exercise, answer).match).toBe(match);
  });

  it('counts near as not yet right, and suggests a rating', () => {
    expect(gradeAnswer(english, 'photosynthesis')).toMatchObject({ correct: true, suggested: 'good' });
    expect(gradeAnswer(english, 'photosyntesis')).toMatchObject({ correct: false, suggested: 'again' });
    expect(gradeAnswer(english, 'osmosis')).toMatchObject({ correct: false, suggested: 'again' });
  });

  it('knows only right and wrong in a choice', () => {
    const choice = { ...english, kind: 'choice' } as const;
    expect(gradeAnswer(choice, 'photosynthesis').correct).toBe(true);
    expect(gradeAnswer(choice, 'photosyntesis').match).toBe('wrong');
  });

  it('accepts the key of any exercise, however it is spaced and cased', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => /[\p{L}\p{N}]/u.test(text));
    fc.assert(
      fc.property(key, fc.constantFrom<'en' | 'zh'>('en', 'zh'), (text, lang) => {
        const exercise = { kind: 'cloze', lang, key: text, accepted: [] } as const;
        expect(gradeAnswer(exercise, ` ${text} `).correct).toBe(true);
      }),
    );
  });

  it('reads a paste of a megabyte quickly', () => {
    const started = performance.now();
    expect(gradeAnswer(english, 'photo '.repeat(200_000)).match).toBe('wrong');
    expect(performance.now() - started).toBeLessThan(200);
  });
});
