import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTermsOf } from '@/lib/domain/search/search-terms';
import { tokeniseForSearch } from '@/lib/domain/search/search-tokens';
import { stemWord } from '@/lib/domain/search/stem-word';

const keysOf = (text: string) => tokeniseForSearch(text).map(({ key }) => key);

describe('keys of a text', () => {
  it.each([
    ['The Cells of CAFÉS', ['cell', 'cafe']],
    ['ｆｕｌｌ width', ['full', 'width']],
    ['IT systems and how it runs', ['it', 'system', 'run']],
    ['光合作用', ['光合', '合作', '作用', '用']],
    ['用CO2呼吸', ['用', 'co2', '呼吸', '吸']],
    ['ひらがな', ['ひら', 'らが', 'がな', 'な']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['?! 🌱 …', []],
  ])('of %s', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  it('stand where they were found, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { key, start, end } of tokeniseForSearch(text)) {
          expect(key).not.toBe('');
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('begin with every Chinese character of the text', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
    });
    fc.assert(
      fc.property(han, (text) => {
        for (const character of text)
          expect(keysOf(text).some((key) => key.startsWith(character))).toBe(true);
      }),
    );
  });
});

describe('forms of a word', () => {
  it.each([
    ['compute', 'computes', 'computed', 'computing'],
    ['run', 'runs', 'running'],
    ['study', 'studies', 'studied'],
    ['fill', 'fills', 'filled', 'filling'],
  ])('of %s share a stem', (...forms) => {
    expect(new Set(forms.map(stemWord)).size).toBe(1);
  });

  it.each(['string', 'glass', 'virus', 'need', 'bus', 'thing', '水', 'co2'])('leaves %s alone', (word) => {
    expect(stemWord(word)).toBe(word);
  });
});

describe('what a question looks for', () => {
  it('leaves out the end of a run and the stop words, where there is anything else', () => {
    expect(searchTermsOf('什么是氧气').keys).not.toContain('什么');
    expect(searchTermsOf('什么是氧气').keys).not.toContain('气');
    expect(searchTermsOf('什么').keys).toEqual(['什么']);
  });

  it('takes the last word for unfinished only while nothing follows it', () => {
    expect([...searchTermsOf('cell mem').openKeys]).toEqual(['mem']);
    expect([...searchTermsOf('cell mem ').openKeys]).toEqual([]);
    expect([...searchTermsOf('of me').openKeys]).toEqual([]);
  });

  it('looks for what begins with a single character', () => {
    expect(searchTermsOf('水')).toEqual({ keys: ['水'], openKeys: new Set(['水']) });
  });

  it('has no keys for grammar words and signs, and a bounded number for anything', () => {
    expect(searchTermsOf('the of and').keys).toEqual([]);
    expect(searchTermsOf('?!…').keys).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (text) => {
        expect(searchTermsOf(text).keys.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});
