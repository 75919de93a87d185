import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';
import { refreshSnapshot } from '@/lib/app/refresh-snapshot';
import { blankDraft, SESSION_SIZE, startSession, takeStep } from '@/lib/app/study-session';
import { createReviewStore } from '@/lib/storage/review-store';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createMemoryStorage } from '../support/memory-storage';
import { BORROW_CHOICE, ENTROPY_CLOZE, HEAT_CLOZE } from '../support/readings';
import { NOON, storeExercises } from '../support/study-builders';

const TODAY = '2026-11-24';
const OPTIONS = { now: NOON, studyDay: TODAY, newPerDay: 8, size: SESSION_SIZE };

let db: StudyDb;
let reviews: ReviewStore;
let snapshot: SnapshotStore;

beforeEach(() => {
  db = createStudyDb(`snapshot-${Math.random()}`);
  reviews = createReviewStore(db);
  snapshot = createSnapshotStore(createMemoryStorage());
});

afterEach(() => db.delete());

const cardIds = () => snapshot.readCards().map(({ exercise }) => exercise.id);

describe('refreshing the snapshot', () => {
  it('plans a round and keeps its first five cards', async () => {
    await storeExercises(
      db,
      Array.from({ length: 7 }, (_, index) => ({ ...ENTROPY_CLOZE, id: `exercise ${index}` })),
    );
    await refreshSnapshot({ reviews, snapshot }, OPTIONS);
    const { session } = snapshot.readProgress();
    expect(session?.exerciseIds).toHaveLength(7);
    expect(cardIds()).toEqual(session?.exerciseIds.slice(0, 5));
    expect(snapshot.readCards()[0]).toMatchObject({
      recall: expect.closeTo(0.85, 1),
      interestLabels: { en: 'Thermodynamics' },
    });
  });

  it('plans anew what nobody has begun, so that later reading is in the round', async () => {
    await storeExercises(db, [ENTROPY_CLOZE]);
    await refreshSnapshot({ reviews, snapshot }, OPTIONS);
    await storeExercises(db, [BORROW_CHOICE]);
    await refreshSnapshot({ reviews, snapshot }, { ...OPTIONS, now: NOON + 1 });
    expect(new Set(snapshot.readProgress().session?.exerciseIds)).toEqual(new Set(['entropy', 'borrow']));
  });

  it('leaves an empty library alone', async () => {
    await refreshSnapshot({ reviews, snapshot }, OPTIONS);
    expect(snapshot.readProgress()).toEqual({ unsaved: [] });
    expect(cardIds()).toEqual([]);
  });

  it('goes on with the round of today and keeps its draft, without the questions that are gone', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE, BORROW_CHOICE]);
    const draft = { ...blankDraft('shang'), answer: '熵' };
    const begun = startSession(['entropy', 'shang', 'borrow'], TODAY, NOON);
    const session = takeStep(begun, { kind: 'skipped', exerciseId: 'entropy' });
    snapshot.writeProgress({ session, draft, unsaved: [] });
    await db.exercises.delete('borrow');
    await refreshSnapshot({ reviews, snapshot }, OPTIONS);
    expect(snapshot.readProgress()).toEqual({
      session: { ...session, exerciseIds: ['entropy', 'shang'] },
      draft,
      unsaved: [],
    });
    expect(cardIds()).toEqual(['shang']);
  });

  it.each([
    ['of yesterday', startSession(['borrow', 'gone'], '2026-11-23', NOON - 1)],
    ['that is over', { ...startSession(['borrow'], TODAY, NOON - 1), position: 1 }],
  ])('plans anew after a round %s, and loses no waiting answer', async (_, session) => {
    const [exercise] = await storeExercises(db, [ENTROPY_CLOZE]);
    if (exercise === undefined) throw new Error('no exercise');
    const waiting = {
      exercise,
      answer: '',
      rating: 'again',
      latencyMs: 1,
      now: NOON,
      utcOffsetMinutes: 0,
    } as const;
    snapshot.writeProgress({ session, unsaved: [waiting] });
    await refreshSnapshot({ reviews, snapshot }, OPTIONS);
    expect(snapshot.readProgress()).toEqual({
      session: startSession(['entropy'], TODAY, NOON),
      unsaved: [waiting],
    });
  });

  it('does not touch a round that a popup starts meanwhile', async () => {
    await storeExercises(db, [ENTROPY_CLOZE, HEAT_CLOZE]);
    const started = startSession(['shang'], TODAY, NOON + 5);
    const interrupted: ReviewStore = {
      ...reviews,
      cards: (ids) => {
        snapshot.writeProgress({ session: started, unsaved: [] });
        return reviews.cards(ids);
      },
    };
    await refreshSnapshot({ reviews: interrupted, snapshot }, OPTIONS);
    expect(snapshot.readProgress().session).toEqual(started);
  });
});
