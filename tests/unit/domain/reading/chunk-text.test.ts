import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSpans, chunkText } from '@/lib/domain/reading/chunk-text';

describe('chunkText', () => {
  it('leaves a short text whole', () => {
    expect(chunkText('One sentence.', 100)).toEqual(['One sentence.']);
  });

  it.each([
    [
      'English at the end of a sentence',
      'It grows. It never falls in time. Then more',
      36,
      ['It grows. It never falls in time.', 'Then more'],
    ],
    [
      'Chinese at the end of a sentence',
      '熵不会减少。热量不会自发传递。',
      9,
      ['熵不会减少。', '热量不会自发传递。'],
    ],
    [
      'after a closing quotation mark',
      '他说：“熵会增加。”然后就走了',
      12,
      ['他说：“熵会增加。”', '然后就走了'],
    ],
    ['not inside a number', 'about 3.14159 and more', 12, ['about', '3.14159 and', 'more']],
    ['code at the end of a line', 'first()\nsecond()\nthird()', 17, ['first()\nsecond()', 'third()']],
  ])('cuts %s', (_what, text, maxChars, expected) => {
    expect(chunkText(text, maxChars)).toEqual(expected);
  });

  it('never exceeds the limit, never splits a pair, and loses only white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 40 }),
        (text, maxChars) => {
          const parts = chunkText(text, maxChars);
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(maxChars);
            expect(part).not.toMatch(/^[\udc00-\udfff]/);
          }
          expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});

describe('chunkSpans', () => {
  const cut = (text: string, maxChars: number, ...atoms: { start: number; end: number }[]) =>
    chunkSpans(text, maxChars, atoms).map(({ start, end }) => text.slice(start, end));

  it('cuts before what must stay whole, or behind it where it begins a part', () => {
    expect(cut('so that a + b = c holds', 12, { start: 8, end: 17 })).toEqual([
      'so that',
      'a + b = c',
      'holds',
    ]);
    expect(cut('a + b + c + d = e', 6, { start: 0, end: 17 })).toEqual(['a + b + c + d = e']);
  });
});
