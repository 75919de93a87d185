import { afterEach, describe, expect, it } from 'vitest';
import { setUiLanguage, t, translateParts, uiLanguage, uiLocale } from '@/lib/ui/i18n';

afterEach(() => setUiLanguage('auto'));

describe('the words of the interface', () => {
  it('follow the chosen language', () => {
    setUiLanguage('zh');
    expect([t('popup.verdict.wrong'), uiLocale.value]).toEqual(['还没记住', 'zh-CN']);
    setUiLanguage('en');
    expect([t('popup.verdict.wrong'), uiLocale.value]).toEqual(['Not this time', 'en']);
  });

  it('follow the browser when nothing is chosen, and are English where neither language is known', () => {
    setUiLanguage('auto');
    expect(uiLanguage.value).toBe('en');
  });

  it('count as each language counts', () => {
    setUiLanguage('en');
    expect(t('common.due', { count: 1 })).toBe('1 exercise due');
    expect(t('common.due', { count: 3 })).toBe('3 exercises due');
    setUiLanguage('zh');
    expect(t('common.due', { count: 1 })).toBe('1 题待复习');
  });

  it('take elements where captured text stands', () => {
    setUiLanguage('zh');
    const title = { element: 'bdi' };
    expect(translateParts<typeof title>('popup.source.from', { title })).toEqual(['出自 ', title]);
  });
});
