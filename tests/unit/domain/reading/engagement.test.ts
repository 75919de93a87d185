import { describe, expect, it } from 'vitest';
import { expectedReadingMs, requiredDwellMs } from '@/lib/domain/reading/engagement';
import { readingAmount } from '@/lib/domain/reading/reading-amount';
import { ReadingProgress } from '@/lib/domain/reading/reading-progress';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';

const words = (count: number) => Array(count).fill('word').join(' ');

describe('expectedReadingMs', () => {
  it('takes a minute for 238 English words', () => {
    expect(expectedReadingMs(words(238))).toBeCloseTo(60_000);
  });

  it('takes a minute for 255 Chinese characters, whatever the punctuation', () => {
    expect(expectedReadingMs(`${'熵'.repeat(200)}，。${'热'.repeat(55)}`)).toBeCloseTo(60_000);
  });

  it('adds up both in mixed text', () => {
    const mixed = `${'熵'.repeat(255)} ${words(238)}`;
    expect(expectedReadingMs(mixed)).toBeCloseTo(120_000);
  });

  it('takes the speed of the learner', () => {
    const speed = { wordsPerMinute: 119, hanCharactersPerMinute: 510 };
    expect(expectedReadingMs(words(238), speed)).toBeCloseTo(120_000);
    expect(expectedReadingMs('熵'.repeat(255), speed)).toBeCloseTo(30_000);
  });

  it('counts a contraction as one word', () => {
    expect(expectedReadingMs("don't")).toBeCloseTo(60_000 / 238);
  });

  it('counts a third of a listing', () => {
    expect(readingAmount(words(30), 'code').words).toBeCloseTo(10);
  });
});

describe('requiredDwellMs', () => {
  it('asks for two fifths of the reading time, and for a look at least', () => {
    expect(requiredDwellMs(10_000)).toBe(4_000);
    expect(requiredDwellMs(200)).toBe(600);
  });
});

describe('a page read faster than by a person', () => {
  it('needs all times divided by the scale', () => {
    const person = new ReadingProgress(words(60), 'prose', { speed: AVERAGE_SPEED, timeScale: 1 });
    const replay = new ReadingProgress(words(60), 'prose', { speed: AVERAGE_SPEED, timeScale: 20 });
    expect(replay.expectedMs).toBeCloseTo(person.expectedMs / 20);
    expect(replay.requiredMs).toBeCloseTo(person.requiredMs / 20);
  });
});
