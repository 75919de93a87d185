import { describe, expect, it } from 'vitest';
import { joinProse } from '@/lib/domain/reading/pdf/join-lines';
import type { TextPiece } from '@/lib/domain/reading/pdf/page-text';
import { plainCharacters } from '@/lib/domain/reading/pdf/plain-characters';
import { createLine } from '@/lib/domain/reading/pdf/text-line';
import { collectWords } from '@/lib/domain/reading/pdf/vocabulary';

describe('joining two lines', () => {
  it.each([
    [
      'makes a broken word whole',
      'the dance exag-',
      'gerated the distance',
      'the dance exaggerated the distance',
    ],
    ['keeps the hyphen before a name', 'the Cauchy-', 'Schwarz inequality', 'the Cauchy-Schwarz inequality'],
    ['takes a soft hyphen away', 'photo\u00ad', 'synthesis', 'photosynthesis'],
    ['puts a space between words', 'in the dark', 'and then', 'in the dark and then'],
    ['puts none between Chinese characters', '茶汤的颜色', '和滋味', '茶汤的颜色和滋味'],
    ['puts none after a Chinese comma', '绿茶、', '红茶', '绿茶、红茶'],
    ['puts one between Chinese and English', '处理器称为', 'CPU', '处理器称为 CPU'],
  ])('%s', (_, before, after, joined) => {
    expect(joinProse(before, after, new Set())).toBe(joined);
  });

  it('keeps the hyphen of a compound that stands elsewhere within a line', () => {
    const vocabulary = collectWords(['this is well-known to all']);
    expect(joinProse('a well-', 'known result', vocabulary)).toBe('a well-known result');
  });

  it('keeps it between two words of the text that make no third', () => {
    const vocabulary = collectWords([
      'it depends on the implementation',
      'and is dependent on time',
      'over the sea',
    ]);
    expect(joinProse('implementation-', 'dependent code', vocabulary)).toBe('implementation-dependent code');
    expect(joinProse('over-', 'seas trade', vocabulary)).toBe('overseas trade');
  });
});

describe('joining the pieces of a line', () => {
  const piece = (text: string, left: number, more: Partial<TextPiece> = {}): TextPiece => ({
    text,
    left,
    baseline: 100,
    width: text.length * 5,
    size: 10,
    isMonospaced: false,
    ...more,
  });

  it('puts spaces where there is white, and none where a word changes its font', () => {
    expect(createLine([piece('in', 0), piece('ter', 10), piece('views', 28)]).text).toBe('inter views');
  });

  it('leaves out the small raised number of a foot note and keeps that of a power', () => {
    const mark = { size: 6, baseline: 96 };
    expect(createLine([piece('a prize.', 0), piece('12', 40, mark)]).text).toBe('a prize.');
    expect(createLine([piece('x', 0), piece('2', 5, mark)]).text).toBe('x2');
  });
});

describe('characters that only look like others', () => {
  it('become those others', () => {
    expect(plainCharacters('ﬁnd the eﬃcient ﬂow')).toBe('find the efficient flow');
    expect(plainCharacters('⽬录⾥的⼈，杀⻘的乌⻰茶')).toBe('目录里的人，杀青的乌龙茶');
  });
});
