import { describe, expect, it } from 'vitest';
import { describedTex, displayedTex, tidyTex } from '@/lib/capture/blocks/maths/tex';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';

describe('tidyTex', () => {
  it.each([
    ['E=mc^2', 'E=mc^2'],
    ['  {\\displaystyle a+{b}}  ', 'a+{b}'],
    ['{\\displaystyle a}{b}', '{\\displaystyle a}{b}'],
    ['{\\displaystyle \\{a\\}}', '\\{a\\}'],
    ['\\displaystyle=n(n+1)', '=n(n+1)'],
    ['\\displaystylefoo', '\\displaystylefoo'],
    ['\\(x\\)', 'x'],
    ['\\[x\\]', 'x'],
    ['$$x$$', 'x'],
    ['$x$', 'x'],
    ['LaTeX: y=mx+b', 'y=mx+b'],
    ['\\begin{aligned}\n  a &= b\n\\end{aligned}', '\\begin{aligned}\n  a &= b\n\\end{aligned}'],
    ['a\u202eb', 'ab'],
    [' ', undefined],
    [null, undefined],
    ['x'.repeat(CAPTURE_LIMITS.formulaChars + 1), undefined],
  ])('makes %j to %j', (raw, tidy) => {
    expect(tidyTex(raw)).toBe(tidy);
  });
});

describe('describedTex', () => {
  it.each([
    ['x plus one over two', undefined],
    ['\\text{if it rains}', '\\text{if it rains}'],
    ['n', 'n'],
    [null, undefined],
  ])('takes %j for %j', (description, tex) => {
    expect(describedTex(description)).toBe(tex);
  });
});

describe('displayedTex', () => {
  it.each([
    ['\\[ a = b \\]', 'a = b'],
    ['$$ a = b $$', 'a = b'],
    ['$$a$$ and $$b$$', undefined],
    ['costs $$5 or more', undefined],
    ['\\(a\\)', undefined],
    ['see \\[ a \\]', undefined],
  ])('takes %j for %j', (text, tex) => {
    expect(displayedTex(text)).toBe(tex);
  });

  it.each(['\\[', '$$', '{', '\\displaystyle '])('takes linear time for %j over and over', (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const start = performance.now();
    displayedTex(text);
    tidyTex(text);
    describedTex(text);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
