import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewStore, ReviewWrite } from '@/lib/app/ports/review-store';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { MemoryState } from '@/lib/domain/scheduling/model';
import { createReviewStore } from '@/lib/storage/review-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import {
  buildExercise,
  buildInterest,
  buildMemory,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
  NOON,
} from '../support/study-rows';

const HOUR = 3_600_000;
let db: StudyDb;
let reviews: ReviewStore;

beforeEach(() => {
  db = createStudyDb(`reviews-${Math.random()}`);
  reviews = createReviewStore(db);
});

afterEach(() => db.delete());

function exercise(id: string, memory: Partial<MemoryState>, change: Partial<Exercise> = {}): Exercise {
  return buildExercise({ id, memory: buildMemory(memory), ...change });
}

const idsOf = (exercises: readonly Exercise[]): string[] => exercises.map(({ id }) => id);

describe('what is due', () => {
  beforeEach(() =>
    db.exercises.bulkAdd([
      exercise('late', { phase: 'review', dueAt: NOON - 9 * HOUR }),
      exercise('step', { phase: 'learning', dueAt: NOON - HOUR }),
      exercise('lapsed', { phase: 'relearning', dueAt: NOON - 4 * HOUR }),
      exercise('exactly', { phase: 'review', dueAt: NOON }),
      exercise('tomorrow', { phase: 'review', dueAt: NOON + 24 * HOUR }),
      exercise('soon', { phase: 'learning', dueAt: NOON + HOUR }),
      exercise('new-b', { phase: 'new', dueAt: NOON - HOUR }),
      exercise('new-a', { phase: 'new', dueAt: NOON - 2 * HOUR }),
      exercise('put-away', { phase: 'review', dueAt: NOON - HOUR }, { status: 'suspended' }),
    ]),
  );

  it('merges all phases, most overdue first, without new and suspended ones', async () => {
    expect(idsOf(await reviews.due(NOON, 10))).toEqual(['late', 'lapsed', 'step', 'exactly']);
    expect(idsOf(await reviews.due(NOON, 2))).toEqual(['late', 'lapsed']);
    expect(await reviews.countDue(NOON)).toBe(4);
  });

  it('gives new ones oldest first', async () => {
    expect(idsOf(await reviews.fresh(10))).toEqual(['new-a', 'new-b']);
    expect(idsOf(await reviews.fresh(1))).toEqual(['new-a']);
  });

  it('knows when the next one becomes due', async () => {
    expect(await reviews.nextDueAt(NOON)).toBe(NOON + HOUR);
    expect(await reviews.nextDueAt(NOON + 2 * HOUR)).toBe(NOON + 24 * HOUR);
    expect(await reviews.nextDueAt(NOON + 48 * HOUR)).toBeUndefined();
  });
});

describe('writing an answer', () => {
  const after = buildMemory({ phase: 'learning', dueAt: NOON + 600_000, reps: 1, lastReviewAt: NOON });
  const write = (change: Partial<ReviewWrite['review']> = {}): ReviewWrite => ({
    review: buildReview(change),
    after,
  });

  it('stores the answer and moves the memory together', async () => {
    await db.exercises.add(exercise('exercise-1', {}));
    const written = await reviews.write(write());
    expect(written).toEqual({ ok: true, seq: 1 });
    expect((await db.exercises.get('exercise-1'))?.memory).toEqual(after);
    expect(await db.reviews.count()).toBe(1);
  });

  it('counts an answer that is given twice once', async () => {
    await db.exercises.add(exercise('exercise-1', {}));
    const both = await Promise.all([reviews.write(write()), reviews.write(write())]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, error: 'already-reviewed' });
    expect(await db.reviews.count()).toBe(1);
  });

  it('refuses an answer to an exercise that was deleted', async () => {
    expect(await reviews.write(write())).toEqual({ ok: false, error: 'exercise-gone' });
    expect(await db.reviews.count()).toBe(0);
  });

  it('counts new exercises of the study day, wherever the learner is, without undone answers', async () => {
    const known = buildMemory({ phase: 'review', stability: 3, reps: 2 });
    await db.reviews.bulkAdd([
      buildReview({ at: NOON, studyDay: '2026-03-02' }),
      buildReview({ at: NOON - 7 * HOUR, studyDay: '2026-03-02' }),
      buildReview({ at: NOON - 22 * HOUR, studyDay: '2026-03-02' }),
      buildReview({ at: NOON, studyDay: '2026-03-02', undoneAt: NOON + 1 }),
      buildReview({ at: NOON, studyDay: '2026-03-02', before: known }),
      buildReview({ at: NOON, studyDay: '2026-03-03' }),
    ]);
    expect(await reviews.countFreshAsked('2026-03-02')).toBe(3);
    expect(await reviews.countFreshAsked('2026-03-01')).toBe(0);
  });

  it('takes back the newest answer, then the one before it', async () => {
    await db.exercises.add(exercise('exercise-1', {}));
    const second = { review: buildReview({ at: NOON + 1, before: after }), after: { ...after, reps: 2 } };
    await reviews.write(write());
    await reviews.write(second);
    expect(await reviews.undoLatest(NOON, NOON + 5)).toMatchObject({ seq: 2, undoneAt: NOON + 5 });
    expect((await db.exercises.get('exercise-1'))?.memory).toEqual(after);
    expect(await reviews.undoLatest(NOON, NOON + 6)).toMatchObject({ seq: 1 });
    expect((await db.exercises.get('exercise-1'))?.memory).toEqual(buildMemory());
    expect(await reviews.undoLatest(NOON, NOON + 7)).toBeUndefined();
    expect(await db.reviews.count()).toBe(2);
  });

  it('leaves answers from before the session alone', async () => {
    await db.exercises.add(exercise('exercise-1', {}));
    await reviews.write(write());
    expect(await reviews.undoLatest(NOON + 1, NOON + 5)).toBeUndefined();
  });
});

describe('cards', () => {
  it('join passage, page, place and interest, in the order asked for', async () => {
    await db.pages.bulkAdd([buildPage(), buildPage({ id: 'page-2', title: 'Read later' })]);
    await db.passages.bulkAdd([buildPassage({ interestId: 'interest-1' }), buildPassage({ id: 'lonely' })]);
    await db.interests.add(buildInterest());
    await db.occurrences.bulkAdd([
      buildOccurrence(),
      buildOccurrence({ pageId: 'page-2', lastReadAt: NOON + HOUR }),
    ]);
    await db.exercises.bulkAdd([
      exercise('b', {}),
      exercise('a', {}),
      exercise('without-place', {}, { passageId: 'lonely' }),
      exercise('without-passage', {}, { passageId: 'gone' }),
    ]);
    const cards = await reviews.cards(['b', 'without-place', 'a', 'never', 'without-passage']);
    expect(cards.map((card) => card.exercise.id)).toEqual(['b', 'a']);
    expect(cards[0]).toMatchObject({
      passage: { id: 'passage-1', interestId: 'interest-1' },
      page: { id: 'page-2', title: 'Read later' },
      occurrence: { headingPath: ['Heat'] },
      interestLabels: { en: 'boiling water' },
    });
  });
});
