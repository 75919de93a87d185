import { describe, expect, it } from 'vitest';
import { learnerSpeed, PAGES_FOR_SPEED, type TimedVisit } from '@/lib/domain/reading/learner-speed';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';

interface Reading {
  readonly words?: number;
  readonly hanCharacters?: number;
  /** Words and characters a minute. */
  readonly speed: number;
}

const visitAt = ({ words = 0, hanCharacters = 0, speed }: Reading, page: number): TimedVisit => ({
  pageId: `page-${page}`,
  readWords: words,
  readHanCharacters: hanCharacters,
  dwellByPassage: {
    a: ((words + hanCharacters) / speed) * 45_000,
    b: ((words + hanCharacters) / speed) * 15_000,
  },
});
const visits = (count: number, reading: Reading) =>
  Array.from({ length: count }, (_, page) => visitAt(reading, page));

describe('learnerSpeed', () => {
  it('is the average until twenty pages were read', () => {
    expect(learnerSpeed(visits(PAGES_FOR_SPEED - 1, { words: 500, speed: 150 }))).toEqual(AVERAGE_SPEED);
  });

  it('is the own median from then on, in that language only', () => {
    const speed = learnerSpeed(visits(PAGES_FOR_SPEED, { words: 500, speed: 150 }));
    expect(speed.wordsPerMinute).toBeCloseTo(150);
    expect(speed.hanCharactersPerMinute).toBe(AVERAGE_SPEED.hanCharactersPerMinute);
    const chinese = learnerSpeed(visits(PAGES_FOR_SPEED, { hanCharacters: 800, speed: 320 }));
    expect(chinese.hanCharactersPerMinute).toBeCloseTo(320);
  });

  it('is not moved by a few odd pages, nor by replays and pauses', () => {
    const odd = [
      ...visits(PAGES_FOR_SPEED, { words: 500, speed: 200 }),
      ...[30, 31, 32].map((page) => visitAt({ words: 500, speed: 900 }, page)),
      ...Array.from({ length: 40 }, (_, page) => visitAt({ words: 500, speed: 4_760 }, 100 + page)),
      ...Array.from({ length: 40 }, (_, page) => visitAt({ words: 500, speed: 3 }, 200 + page)),
    ];
    expect(learnerSpeed(odd).wordsPerMinute).toBeCloseTo(200);
  });

  it.each([
    ['too little text', { words: 60, speed: 150 }],
    ['text in two languages', { words: 300, hanCharacters: 300, speed: 150 }],
  ])('learns nothing from %s', (_what, reading) => {
    expect(learnerSpeed(visits(40, reading))).toEqual(AVERAGE_SPEED);
  });

  it('counts a page that is visited over and over once', () => {
    const again = Array.from({ length: 40 }, () => visitAt({ words: 500, speed: 150 }, 1));
    expect(learnerSpeed(again)).toEqual(AVERAGE_SPEED);
  });

  it('stays where people are credible, so that skimming is not learned', () => {
    expect(learnerSpeed(visits(40, { words: 500, speed: 900 })).wordsPerMinute).toBeCloseTo(238 * 1.5);
    expect(learnerSpeed(visits(40, { words: 500, speed: 60 })).wordsPerMinute).toBeCloseTo(238 / 3);
  });
});
