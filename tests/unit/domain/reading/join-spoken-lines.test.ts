import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSpokenLines } from '@/lib/domain/reading/join-spoken-lines';

const join = (lines: readonly string[]) => [...joinSpokenLines(lines)];
const textsOf = (lines: readonly string[]) => join(lines).map(({ text }) => text);
const words = (count: number) => Array(count).fill('word').join(' ');

describe('joinSpokenLines', () => {
  it('ends a passage with the sentence in which there is enough', () => {
    const lines = [words(40), `${words(30)}. Then`, `${words(10)}.`];
    expect(join(lines)).toEqual([
      { text: `${words(70)}.`, firstLine: 0, lastLine: 1 },
      { text: `Then ${words(10)}.`, firstLine: 1, lastLine: 2 },
    ]);
  });

  it('ends it with a line where nobody set a full stop', () => {
    const texts = textsOf(Array(40).fill(words(10)));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(600);
  });

  it('counts a Chinese character as two letters, and puts no space between Chinese lines', () => {
    const passages = join(Array(60).fill('我们今天来讲讲熵。'));
    expect(passages[0]?.text).toBe('我们今天来讲讲熵。'.repeat((passages[0]?.lastLine ?? 0) + 1));
    expect(passages[0]?.text.length).toBeLessThan(200);
  });

  it('does not take 3.5 for the end of a sentence', () => {
    const [first] = textsOf([`${words(70)} is 3.5`, `${words(10)}. End`]);
    expect(first).toBe(`${words(70)} is 3.5 ${words(10)}.`);
  });

  it.each([[[]], [['', '   ']]])('has no passage for %j', (lines) => {
    expect(join(lines)).toEqual([]);
  });

  it('keeps every word in order, and tells from which lines', () => {
    const line = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}[.!?]?){0,20}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const passages = join(lines);
        expect(passages.map(({ text }) => text).join(' ')).toBe(lines.join(' '));
        for (const [index, { firstLine, lastLine }] of passages.entries()) {
          expect(firstLine).toBeLessThanOrEqual(lastLine);
          expect(firstLine).toBeGreaterThanOrEqual(passages[index - 1]?.lastLine ?? 0);
        }
      }),
    );
  });
});
