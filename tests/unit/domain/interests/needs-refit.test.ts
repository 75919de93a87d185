import { describe, expect, it } from 'vitest';
import { needsRefit } from '@/lib/domain/interests/needs-refit';
import { buildInterest, buildPassage } from '@/tests/support/study-rows';

const TEXTS = {
  en: 'Eight words or more make a passage speak.',
  zh: '这一段话的长度已经超过十五个汉字了吧。',
};

function state(passageCount: number, fittedCount?: number, interests = [buildInterest({ id: 'i' })]) {
  return { passageCount, fittedCount, interests, page: [], assignments: new Map<string, string>() };
}

describe('needsRefit', () => {
  it('waits for six passages', () => {
    expect(needsRefit(state(5, undefined, []))).toBe(false);
    expect(needsRefit(state(6, undefined, []))).toBe(true);
  });

  it('does not try again while nothing has changed', () => {
    expect(needsRefit(state(7, 7, []))).toBe(false);
    expect(needsRefit(state(8, 7, []))).toBe(true);
  });

  it.each([
    [17, 10, false],
    [18, 10, true],
    [119, 100, false],
    [120, 100, true],
    [30, 40, true],
  ])('with %i passages after a fit of %i says %s', (passageCount, fittedCount, expected) => {
    expect(needsRefit(state(passageCount, fittedCount))).toBe(expected);
  });

  it.each(['en', 'zh'] as const)('names an interest that has no label in %s yet', (lang) => {
    const page = [buildPassage({ id: 'p', lang, text: TEXTS[lang] })];
    const other = { en: 'zh', zh: 'en' }[lang];
    const reading = { ...state(10, 10), page, assignments: new Map([['p', 'i']]) };
    const labelled = (labelLang: string) => [buildInterest({ id: 'i', labels: { [labelLang]: 'light' } })];
    expect(needsRefit({ ...reading, interests: labelled(other) })).toBe(true);
    expect(needsRefit({ ...reading, interests: labelled(lang) })).toBe(false);
  });
});
