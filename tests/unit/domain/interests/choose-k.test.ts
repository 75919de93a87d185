import { describe, expect, it } from 'vitest';
import { chooseK, largestK } from '@/lib/domain/interests/choose-k';

const scored = (...scores: number[]) => scores.map((score, i) => ({ k: i + 1, score }));

describe('largestK', () => {
  it('asks for five passages each', () => {
    expect(largestK(14, [])).toBe(2);
    expect(largestK(4, [])).toBe(1);
    expect(largestK(0, [])).toBe(1);
  });

  it('stops at twenty-four', () => {
    expect(largestK(10_000, [])).toBe(24);
  });

  it('makes no two interests of one article, but several of a book', () => {
    expect(largestK(40, [40])).toBe(1);
    expect(largestK(41, [20, 21])).toBe(2);
    expect(largestK(300, [300])).toBe(6);
  });
});

describe('chooseK', () => {
  it('takes the best score when it stands out', () => {
    expect(chooseK(scored(0.3, 0.5, 0.7, 0.6))).toBe(3);
  });

  it('takes the fewest of those that are about as good', () => {
    expect(chooseK(scored(0.3, 0.5, 0.68, 0.69, 0.7, 0.6))).toBe(3);
  });

  it('does not jump over a gap to a small number that happens to score', () => {
    expect(chooseK(scored(0.3, 0.68, 0.5, 0.69, 0.7))).toBe(4);
  });

  it('takes one interest when nothing is better', () => {
    expect(chooseK(scored(0.7, 0.6, 0.65))).toBe(1);
    expect(chooseK(scored(0.2))).toBe(1);
  });

  it('keeps the previous number until another one is clearly better', () => {
    const scores = scored(0.3, 0.65, 0.66, 0.5);
    expect(chooseK(scores)).toBe(2);
    expect(chooseK(scores, 3)).toBe(3);
    expect(chooseK(scored(0.3, 0.5, 0.6), 2)).toBe(3);
    expect(chooseK(scored(0.3, 0.59, 0.7), 9)).toBe(3);
  });
});
