import { describe, expect, it } from 'vitest';
import { joinHyphenated } from '@/lib/domain/concepts/join-hyphenated';
import { joinLatin } from '@/lib/domain/concepts/join-latin';
import type { TaggedToken } from '@/lib/domain/text/token';
import { taggers } from '@/tests/support/tagged-sentences';

const show = (units: readonly TaggedToken[]) => units.map(({ word, tag }) => `${word}/${tag}`);

describe('joinHyphenated', () => {
  it.each([
    ['a four-dimensional space', 'four-dimensional/ADJ'],
    ['the Klein–Gordon equation', 'Klein–Gordon/NOUN'],
    ['a state-of-the-art method', 'state-of-the-art/NOUN'],
    ['from 1914-1918 on', '1914-1918/NUM'],
  ])('%s', (text, expected) => {
    const units = joinHyphenated(text, taggers.en(text));
    expect(show(units)).toContain(expected);
    for (const { word, start, end } of units) expect(text.slice(start, end)).toBe(word);
  });

  it('leaves dashes between blanks and at edges alone', () => {
    const text = 'the river – or its delta – grows in post-war years, pre- and mid-summer';
    const words = joinHyphenated(text, taggers.en(text)).map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(['river', 'delta', 'post-war', 'pre', 'mid-summer']));
  });
});

describe('joinLatin', () => {
  it('joins what the tagger takes apart and nothing else', () => {
    const text = '使用GPT-4o和Python 3.11.2，距离1,000公里，共1，000个。';
    const units = joinLatin(text, taggers.zh(text));
    expect(show(units)).toEqual(expect.arrayContaining(['GPT-4o/eng', '3.11.2/m', '1,000/m', '公里/q']));
    expect(units.map(({ word }) => word)).not.toContain('1，000');
    for (const { word, start, end } of units) expect(text.slice(start, end)).toBe(word);
  });
});
