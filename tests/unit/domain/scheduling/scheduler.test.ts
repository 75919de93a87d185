import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryState, RATINGS, type Rating } from '@/lib/domain/scheduling/model';
import { DAY_MS, newMemory, previewRatings, retrievability } from '@/lib/domain/scheduling/scheduler';

const NOON = Date.UTC(2026, 2, 2, 12);
const MINUTE = 60_000;

const rating = fc.constantFrom<Rating>(...RATINGS);
/** A memory that answers led to, each given when the exercise was due or some days later. */
const memory = fc
  .array(fc.tuple(rating, fc.integer({ min: 0, max: 40 })), { maxLength: 12 })
  .map((answers) =>
    answers.reduce<MemoryState>(
      (state, [given, daysLate]) => previewRatings(state, state.dueAt + daysLate * DAY_MS)[given].memory,
      newMemory(NOON),
    ),
  );

describe('previewRatings', () => {
  it('starts a new exercise with steps of minutes, and with days after an easy answer', () => {
    const preview = previewRatings(newMemory(NOON), NOON);
    expect(preview.again.intervalMs).toBe(MINUTE);
    expect(preview.hard.intervalMs).toBe(6 * MINUTE);
    expect(preview.good.intervalMs).toBe(10 * MINUTE);
    expect(preview.easy.memory).toMatchObject({
      phase: 'review',
      scheduledDays: 8,
      dueAt: NOON + 8 * DAY_MS,
    });
  });

  it('follows the published default parameters of FSRS-6', () => {
    const first = previewRatings(newMemory(NOON), NOON);
    expect(RATINGS.map((name) => first[name].memory.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    const graduated = previewRatings(first.good.memory, NOON + 10 * MINUTE).good.memory;
    expect(graduated).toMatchObject({
      phase: 'review',
      reps: 2,
      lapses: 0,
      lastReviewAt: NOON + 10 * MINUTE,
    });
    expect(graduated.scheduledDays).toBe(2);
  });

  it('counts a forgotten review as a lapse and asks again in ten minutes', () => {
    const known = previewRatings(newMemory(NOON), NOON).easy.memory;
    const forgotten = previewRatings(known, known.dueAt).again;
    expect(forgotten.memory).toMatchObject({ phase: 'relearning', lapses: 1 });
    expect(forgotten.intervalMs).toBe(10 * MINUTE);
    expect(forgotten.memory.stability).toBeLessThan(known.stability);
  });

  it('gives the same outcome at every distance from Greenwich', () => {
    const known = previewRatings(newMemory(NOON), NOON).easy.memory;
    const intervals = [0, 5, 11, 17].map((hours) => {
      const shift = hours * 3_600_000;
      const lastReviewAt = (known.lastReviewAt ?? 0) + shift;
      const moved = { ...known, dueAt: known.dueAt + shift, lastReviewAt };
      return previewRatings(moved, lastReviewAt + 8.3 * DAY_MS).good.intervalMs;
    });
    expect(new Set(intervals).size).toBe(1);
  });

  it('treats a clock that went back as no time passed', () => {
    const known = previewRatings(newMemory(NOON), NOON).easy.memory;
    const back = previewRatings(known, NOON - 3 * DAY_MS);
    expect(back.good.intervalMs).toBeGreaterThan(0);
  });

  it('never offers a better rating a shorter interval', () => {
    fc.assert(
      fc.property(memory, fc.integer({ min: 0, max: 400 }), (state, days) => {
        const preview = previewRatings(state, state.dueAt + days * DAY_MS);
        const intervals = RATINGS.map((name) => preview[name].intervalMs);
        expect(intervals).toEqual([...intervals].sort((a, b) => a - b));
        expect(intervals[0]).toBeGreaterThan(0);
      }),
    );
  });

  it('counts every answer, and never loses track of the last one', () => {
    fc.assert(
      fc.property(memory, rating, (state, given) => {
        const at = state.dueAt + DAY_MS;
        const after = previewRatings(state, at)[given].memory;
        expect(after.reps).toBe(state.reps + 1);
        expect(after.lastReviewAt).toBe(at);
        expect(after.difficulty).toBeGreaterThanOrEqual(1);
        expect(after.difficulty).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('retrievability', () => {
  it('is unknown for an exercise that was never asked', () => {
    expect(retrievability(newMemory(NOON), NOON)).toBeUndefined();
  });

  it('is nine in ten when as many days have passed as the stability says', () => {
    const known = previewRatings(newMemory(NOON), NOON).easy.memory;
    expect(retrievability(known, NOON + known.stability * DAY_MS)).toBeCloseTo(0.9, 6);
  });

  it('falls with time and stays a probability', () => {
    fc.assert(
      fc.property(memory, fc.nat(500), fc.integer({ min: 1, max: 500 }), (state, days, more) => {
        fc.pre(state.phase !== 'new');
        const at = (state.lastReviewAt ?? 0) + days * DAY_MS;
        const now = retrievability(state, at) ?? Number.NaN;
        const later = retrievability(state, at + more * DAY_MS) ?? Number.NaN;
        expect(later).toBeLessThan(now);
        expect(now).toBeLessThanOrEqual(1);
        expect(later).toBeGreaterThan(0);
      }),
    );
  });
});
