import { describe, expect, it } from 'vitest';
import { expectedReadingMs, requiredDwellMs } from '@/lib/domain/reading/engagement';

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

  it('counts a contraction as one word', () => {
    expect(expectedReadingMs("don't")).toBeCloseTo(60_000 / 238);
  });
});

describe('requiredDwellMs', () => {
  it('asks for a share of the reading time of a paragraph', () => {
    expect(requiredDwellMs(words(60), 1)).toBeCloseTo(0.35 * (60 / 238) * 60_000);
  });

  it('stays between 1.5 and 12 seconds', () => {
    expect(requiredDwellMs('word', 1)).toBe(1_500);
    expect(requiredDwellMs(words(5_000), 1)).toBe(12_000);
  });

  it('is divided by the time scale', () => {
    expect(requiredDwellMs(words(60), 20)).toBeCloseTo(requiredDwellMs(words(60), 1) / 20);
  });
});
