import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSession } from '@/lib/app/build-session';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import { submitReview } from '@/lib/app/submit-review';
import { undoReview } from '@/lib/app/undo-review';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { Rating } from '@/lib/domain/scheduling/model';
import { DAY_MS, newMemory, previewRatings } from '@/lib/domain/scheduling/scheduler';
import { createReviewStore } from '@/lib/storage/review-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildExercise, buildOccurrence, buildPage, buildPassage, NOON } from '../../support/study-rows';

const SHANGHAI = 480;
const TODAY = '2026-03-02';
let db: StudyDb;
let reviews: ReviewStore;

beforeEach(() => {
  db = createStudyDb(`session-${Math.random()}`);
  reviews = createReviewStore(db);
});

afterEach(() => db.delete());

const known = previewRatings(newMemory(NOON - 30 * DAY_MS), NOON - 30 * DAY_MS).easy.memory;

async function store(...exercises: Exercise[]): Promise<void> {
  await db.pages.put(buildPage());
  for (const { passageId } of exercises) {
    await db.passages.put(buildPassage({ id: passageId, interestId: `interest-${passageId}` }));
    await db.occurrences.put(buildOccurrence({ passageId }));
  }
  await db.exercises.bulkPut(exercises);
}

const session = (options: { newPerDay?: number; size?: number } = {}) =>
  buildSession({ reviews }, { now: NOON, studyDay: TODAY, newPerDay: 2, size: 5, ...options });

function answer(exercise: Exercise, text: string, rating: Rating, now = NOON) {
  return submitReview(
    { reviews },
    { exercise, answer: text, rating, latencyMs: 3_000, now, utcOffsetMinutes: SHANGHAI },
  );
}

const fetched = async (id: string): Promise<Exercise> => {
  const exercise = await db.exercises.get(id);
  if (exercise === undefined) throw new Error(`no exercise ${id}`);
  return exercise;
};

describe('buildSession', () => {
  it('asks due exercises, then new ones as far as the daily allowance goes', async () => {
    await store(
      buildExercise({ id: 'due', memory: known }),
      buildExercise({ id: 'new-1', memory: newMemory(NOON - 3) }),
      buildExercise({ id: 'new-2', memory: newMemory(NOON - 2) }),
      buildExercise({ id: 'new-3', memory: newMemory(NOON - 1) }),
    );
    const built = await session();
    expect(built).toEqual({ exerciseIds: ['due', 'new-1', 'new-2'], dueCount: 1, freshCount: 2 });
  });

  it('remembers what of the allowance is used up', async () => {
    await store(buildExercise({ id: 'a' }), buildExercise({ id: 'b' }), buildExercise({ id: 'c' }));
    await answer(await fetched('a'), 'Celsius', 'good');
    const built = await session();
    expect(built.freshCount).toBe(1);
    expect(built.nextDueAt).toBe(NOON + 600_000);
    expect((await session({ newPerDay: 0 })).exerciseIds).toEqual([]);
  });

  it('takes the likeliest forgotten when more are due than fit, and counts them all', async () => {
    const weak = { ...known, stability: 2, dueAt: NOON - DAY_MS };
    await store(
      buildExercise({ id: 'solid-1', memory: { ...known, dueAt: NOON - 9 * DAY_MS } }),
      buildExercise({ id: 'solid-2', memory: { ...known, dueAt: NOON - 8 * DAY_MS } }),
      buildExercise({ id: 'weak', memory: weak }),
    );
    const built = await session({ size: 1 });
    expect(built).toEqual({ exerciseIds: ['weak'], dueCount: 3, freshCount: 0 });
  });

  it('mixes interests', async () => {
    await store(
      buildExercise({ id: '1', passageId: 'bread', memory: newMemory(NOON - 3) }),
      buildExercise({ id: '2', passageId: 'bread', memory: newMemory(NOON - 2) }),
      buildExercise({ id: '3', passageId: 'stars', memory: newMemory(NOON - 1) }),
    );
    expect((await session({ newPerDay: 9 })).exerciseIds).toEqual(['1', '3', '2']);
  });
});

describe('submitReview', () => {
  it('stores the answer with its grade, its study day and the prediction, and moves the memory', async () => {
    await store(buildExercise({ memory: known }));
    const exercise = await fetched('exercise-1');
    const result = await answer(exercise, 'celsius', 'good');
    const after = previewRatings(known, NOON).good.memory;
    expect(result).toEqual({ ok: true, value: { seq: 1, after } });
    expect((await fetched('exercise-1')).memory).toEqual(after);
    const [review] = await db.reviews.toArray();
    expect(review).toMatchObject({
      correct: true,
      rating: 'good',
      format: 'cloze',
      studyDay: TODAY,
      latencyMs: 3_000,
      before: known,
    });
    expect(review?.predictedRetrievability).toBeLessThan(0.9);
  });

  it('predicts nothing for a first answer', async () => {
    await store(buildExercise());
    await answer(await fetched('exercise-1'), 'Celsius', 'good');
    expect(await db.reviews.get(1)).not.toHaveProperty('predictedRetrievability');
  });

  it('lets the learner overrule the grade of a typed answer', async () => {
    await store(buildExercise({ memory: known }));
    await answer(await fetched('exercise-1'), 'centigrade', 'good');
    expect(await db.reviews.get(1)).toMatchObject({ correct: false, rating: 'good' });
  });

  it('counts a wrong option as again, whatever was clicked', async () => {
    const choice = buildExercise({ kind: 'choice', distractors: ['Kelvin', 'Rankine'], memory: known });
    await store(choice);
    const result = await answer(choice, 'Kelvin', 'easy');
    expect(result).toMatchObject({ ok: true, value: { after: { phase: 'relearning', lapses: 1 } } });
    expect(await db.reviews.get(1)).toMatchObject({ correct: false, rating: 'again' });
  });

  it('refuses a second answer to the same card, and one to a card that is gone', async () => {
    await store(buildExercise());
    const card = await fetched('exercise-1');
    await answer(card, 'Celsius', 'good');
    expect(await answer(card, 'Celsius', 'easy')).toEqual({ ok: false, error: 'already-reviewed' });
    await db.exercises.clear();
    expect(await answer(card, 'Celsius', 'easy')).toEqual({ ok: false, error: 'exercise-gone' });
  });
});

describe('undoReview', () => {
  it('gives the exercise back as it was, so that it can be answered again', async () => {
    await store(buildExercise({ memory: known }));
    const card = await fetched('exercise-1');
    await answer(card, 'Kelvin', 'again');
    const undone = await undoReview({ reviews }, { since: NOON, now: NOON + 5 });
    expect(undone).toMatchObject({ exerciseId: 'exercise-1', undoneAt: NOON + 5 });
    expect((await fetched('exercise-1')).memory).toEqual(known);
    expect(await answer(card, 'Celsius', 'good', NOON + 10)).toMatchObject({ ok: true });
  });

  it('gives a new exercise back to the daily allowance', async () => {
    await store(buildExercise());
    await answer(await fetched('exercise-1'), 'Celsius', 'good');
    expect(await reviews.countFreshAsked(TODAY)).toBe(1);
    await undoReview({ reviews }, { since: NOON, now: NOON + 5 });
    expect(await reviews.countFreshAsked(TODAY)).toBe(0);
  });
});
