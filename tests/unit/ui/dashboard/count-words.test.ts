import { afterEach, describe, expect, it } from 'vitest';
import { listCounts } from '@/lib/ui/dashboard/count-words';
import { setUiLanguage } from '@/lib/ui/i18n';

afterEach(() => setUiLanguage('auto'));

describe('counts in words', () => {
  it('names what there is, in both languages', () => {
    const counts = { pages: 1, passages: 12, exercises: 0, reviews: 3, visits: 9 };
    setUiLanguage('en');
    expect(listCounts(counts)).toBe('1 page, 12 passages, and 3 answers');
    setUiLanguage('zh');
    expect(listCounts(counts)).toBe('1 个页面、12 段文字、3 次作答');
  });

  it('says nothing of nothing', () => {
    expect(listCounts({ pages: 0 })).toBe('');
  });
});
