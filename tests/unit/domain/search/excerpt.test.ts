import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAtTerms, markEverywhere, type TextPiece } from '@/lib/domain/search/excerpt';

const join = (pieces: readonly TextPiece[]) => pieces.map(({ text }) => text).join('');
const matches = (pieces: readonly TextPiece[]) =>
  pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);
const EN = { lang: 'en', chars: 200 } as const;
const ZH = { lang: 'zh', chars: 60 } as const;

describe('marking words in a title', () => {
  it('finds each of them, whatever the case, also within longer words', () => {
    expect(markEverywhere('Sugar is sugary.', ['sugar', 'is'])).toEqual([
      { text: 'Sugar', isMatch: true },
      { text: ' ', isMatch: false },
      { text: 'is', isMatch: true },
      { text: ' ', isMatch: false },
      { text: 'sugar', isMatch: true },
      { text: 'y.', isMatch: false },
    ]);
  });

  it('finds Chinese, and joins what overlaps', () => {
    expect(matches(markEverywhere('光合作用是绿色植物的本领', ['作用', '合作']))).toEqual(['合作用']);
  });

  it('treats words as text, not as a pattern', () => {
    expect(matches(markEverywhere('abc', ['.']))).toEqual([]);
  });

  it('loses and adds nothing, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, words) => {
        expect(join(markEverywhere(text, words))).toBe(text);
      }),
    );
  });
});

describe('an excerpt at the terms of a search', () => {
  const long = `${'before and '.repeat(40)}needle${' and after'.repeat(40)}`;

  it('shows the term with whole words around it', () => {
    const pieces = excerptAtTerms(long, ['NEEDLE'], EN);
    expect(matches(pieces)).toEqual(['needle']);
    expect(join(pieces)).toMatch(/^…(before|and| )/);
    expect(join(pieces)).toMatch(/(after|and)…$/);
    expect(join(pieces).length).toBeLessThan(EN.chars + 20);
  });

  it('goes where most of the terms stand together', () => {
    const text = `Heat is one thing. ${'Something else. '.repeat(30)}Heat and work are forms of energy.`;
    expect(matches(excerptAtTerms(text, ['heat', 'work', 'energy'], EN))).toEqual(['Heat', 'work', 'energy']);
  });

  it('marks words, not parts of other words', () => {
    expect(matches(excerptAtTerms('Theatres heat the heat-proof stage.', ['heat'], EN))).toEqual([
      'heat',
      'heat',
    ]);
    expect(matches(excerptAtTerms('用Python写的爬虫', ['python'], ZH))).toEqual(['Python']);
  });

  it('shows the first sentences when only the meaning is close', () => {
    const text = `${'Plants turn light into sugar. '.repeat(20)}`;
    expect(join(excerptAtTerms(text, [], EN))).toMatch(/^(Plants turn light into sugar\. ?)+…$/);
    expect(join(excerptAtTerms(text, ['absent'], EN))).toBe(join(excerptAtTerms(text, [], EN)));
    const chinese = '叶绿素吸收红光。'.repeat(20);
    expect(join(excerptAtTerms(chinese, [], ZH))).toMatch(/^(叶绿素吸收红光。)+…$/);
  });

  it('shows a short text whole', () => {
    expect(join(excerptAtTerms('叶绿素吸收红光。', ['红光'], ZH))).toBe('叶绿素吸收红光。');
  });

  it('marks only true matches where lower case has another length', () => {
    expect(matches(excerptAtTerms('İİİ needle', ['needle'], EN))).toEqual(['needle']);
  });

  it('is a stretch of the text, whatever text and terms', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
        fc.constantFrom('en', 'zh', 'other'),
        (text, terms, lang) => {
          const pieces = excerptAtTerms(text, terms, { lang, chars: 80 });
          const shown = pieces.filter(({ text: piece, isMatch }) => isMatch || piece !== '…');
          expect(text).toContain(join(shown).replaceAll(/^…|…$/g, ''));
        },
      ),
    );
  });
});
