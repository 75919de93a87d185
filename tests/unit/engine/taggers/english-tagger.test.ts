import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnglishTagger } from '@/lib/engine/taggers/english-tagger';

const tagEnglish = createEnglishTagger();

const tagsOf = (text: string) => tagEnglish(text).map(({ word, tag }) => `${word}/${tag}`);

describe('createEnglishTagger', () => {
  it('tags words with Universal POS and stems them', () => {
    expect(tagsOf('The river carries fine sediment.')).toEqual([
      'The/DET',
      'river/NOUN',
      'carries/VERB',
      'fine/ADJ',
      'sediment/NOUN',
      './PUNCT',
    ]);
    expect(tagEnglish('Neural networks')[1]?.stem).toBe('network');
  });

  it('does not garble numbers', () => {
    expect(tagEnglish('at 3.5 volts').map(({ stem }) => stem)).toContain('3.5');
  });

  it('keeps exact offsets around blanks, line breaks, emoji and invisible characters', () => {
    const text =
      '  two\u00a0spaces  here\n\n\u{1f600}\ttab\r\nnew\u200bline \ufeff can\u2019t \ue000 end \u2028 ';
    for (const { word, start, end } of tagEnglish(text)) expect(text.slice(start, end)).toBe(word);
  });

  it('restores any text from its tokens: nothing but separators lies between them', () => {
    const piece = fc.constantFrom(
      'a',
      'Dr.',
      "don't",
      'x_y',
      '/',
      '3.5',
      '中',
      '\u{1f600}',
      '\ud800',
      ' ',
      '  ',
      '\n',
      '\u200b',
      '\u0000',
      '\u2028',
      '-',
      '—',
      '’',
      'https://a.example/b?c=d',
      'e\u0301',
      '@',
      '#b',
      '…',
      'U.S.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let covered = 0;
        for (const { word, start, end } of tagEnglish(text)) {
          expect(text.slice(covered, start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
          expect(text.slice(start, end)).toBe(word);
          expect(word).not.toBe('');
          covered = end;
        }
        expect(text.slice(covered)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a', "'", '(', '.', 'x@', 'http://', '中', ' ', 'a '])(
    'takes bounded time on 200,000 units of %j',
    (unit) => {
      const startedAt = performance.now();
      tagEnglish(unit.repeat(200_000 / unit.length));
      expect(performance.now() - startedAt).toBeLessThan(3_000);
    },
  );
});
