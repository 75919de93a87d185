import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOfMatch, splitAtMatches } from '@/lib/ui/dashboard/search-excerpt';

const join = (pieces: readonly { readonly text: string }[]) => pieces.map(({ text }) => text).join('');
const matches = (pieces: ReturnType<typeof splitAtMatches>) =>
  pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('splitting a text at what was searched for', () => {
  it('finds every match, whatever the case', () => {
    expect(splitAtMatches('Sugar is sugar.', 'sugar')).toEqual([
      { text: 'Sugar', isMatch: true },
      { text: ' is ', isMatch: false },
      { text: 'sugar', isMatch: true },
      { text: '.', isMatch: false },
    ]);
  });

  it('finds Chinese', () => {
    expect(matches(splitAtMatches('光合作用是绿色植物的本领', '作用'))).toEqual(['作用']);
  });

  it('treats what is searched for as text, not as a pattern', () => {
    expect(matches(splitAtMatches('abc', '.'))).toEqual([]);
  });

  it('loses and adds nothing, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, wanted) => {
        expect(join(splitAtMatches(text, wanted))).toBe(text);
      }),
    );
  });
});

describe('an excerpt around a match', () => {
  const long = `${'before and '.repeat(40)}needle${' and after'.repeat(40)}`;

  it('shows the match with whole words around it', () => {
    const pieces = excerptOfMatch(long, 'NEEDLE', 'en');
    expect(matches(pieces)).toEqual(['needle']);
    expect(join(pieces)).toMatch(/^…(before|and| )/);
    expect(join(pieces)).toMatch(/(after|and| )…$/);
    expect(join(pieces).length).toBeLessThan(220);
  });

  it('shows a short text whole', () => {
    expect(join(excerptOfMatch('叶绿素吸收红光。', '红光', 'zh'))).toBe('叶绿素吸收红光。');
  });

  it('marks only true matches where lower case has another length', () => {
    expect(matches(excerptOfMatch('İİİ needle', 'needle', 'en'))).toEqual(['needle']);
  });
});
