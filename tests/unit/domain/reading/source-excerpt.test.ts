import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround } from '@/lib/domain/reading/source-excerpt';
import type { Language } from '@/lib/domain/text/language';

function request(before: string, sentence: [string, string, string], after: string, lang: Language = 'en') {
  const [start, key, end] = sentence;
  const quoted = sentence.join('');
  return {
    passage: `${before}${quoted}${after}`,
    sentence: { start: before.length, end: before.length + quoted.length },
    stem: { before: start, after: end },
    key,
    lang,
  };
}

const TEA: [string, string, string] = ['The ', 'tea', ' cools.'];

describe('an excerpt around a sentence', () => {
  it('is the whole passage when that is short', () => {
    expect(excerptAround(request('It is late. ', TEA, ' So it goes.'))).toEqual({
      before: 'It is late. ',
      sentenceBefore: 'The ',
      key: 'tea',
      sentenceAfter: ' cools.',
      after: ' So it goes.',
    });
  });

  it('cuts long surroundings between words and says so', () => {
    const words = 'somewhat longer words '.repeat(20);
    const { before, after } = excerptAround(request(words, TEA, ` ${words}`));
    expect(before).toMatch(/^…(somewhat|longer|words) /);
    expect(after).toMatch(/ (somewhat|longer|words)…$/);
    expect(before.length + after.length).toBeLessThan(260);
  });

  it('does not split a Chinese word', () => {
    const words = '光合作用'.repeat(60);
    const { after } = excerptAround(request('', ['热', '茶', '变凉。'], words, 'zh'));
    const kept = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(words)];
    expect(kept.some(({ index }) => index === after.length - 1)).toBe(true);
  });

  it('shows the sentence alone when the passage does not hold it there', () => {
    const moved = { ...request('It is late. ', TEA, ''), sentence: { start: 0, end: 5 } };
    expect(excerptAround(moved)).toMatchObject({ before: '', key: 'tea', after: '' });
  });

  it('never changes the sentence, and quotes its surroundings as they are', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(anyText, fc.tuple(anyText, anyText, anyText), anyText, (before, sentence, after) => {
        const found = excerptAround(request(before, sentence, after));
        expect(found.sentenceBefore + found.key + found.sentenceAfter).toBe(sentence.join(''));
        const bare = (text: string) => text.replace(/^…|…$/g, '').trim();
        expect(before).toContain(bare(found.before));
        expect(after).toContain(bare(found.after));
      }),
    );
  });
});
