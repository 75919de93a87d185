import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChineseTagger } from '@/lib/engine/taggers/chinese-tagger';

const tagChinese = await createChineseTagger();

describe('createChineseTagger', () => {
  it('splits words and tags them', () => {
    expect(tagChinese('河流带来泥沙。').map(({ word, tag }) => `${word}/${tag}`)).toEqual([
      '河流/n',
      '带来/v',
      '泥沙/n',
      '。/x',
    ]);
  });

  it('counts UTF-16 units behind emoji and rare characters', () => {
    const text = '\u{1f600}\u{20bb7}野家的牛肉饭';
    expect(
      tagChinese(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
    expect(tagChinese(text).at(-1)?.end).toBe(text.length);
  });

  it('leaves blanks out and restores everything else', () => {
    const piece = fc.constantFrom(
      '机器',
      '学习',
      'Python',
      '3.5%',
      '\u{1f600}',
      '\u{20bb7}',
      '\ud800',
      ' ',
      '\n',
      '\u3000',
      '。',
      '“',
      'COVID-19',
      '\u0000',
      '\u200b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let covered = 0;
        for (const { word, start, end } of tagChinese(text)) {
          expect(text.slice(covered, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(word);
          covered = end;
        }
        expect(text.slice(covered).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it.each(['中', 'a', '。', '机器学习', ' '])('takes bounded time on 200,000 units of %j', (unit) => {
    const startedAt = performance.now();
    tagChinese(unit.repeat(200_000 / unit.length));
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });
});
