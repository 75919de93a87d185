import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forget } from '@/lib/app/forget';
import type { Erasure } from '@/lib/app/ports/erasure';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';
import { refreshSnapshot } from '@/lib/app/refresh-snapshot';
import { keepSnapshot } from '@/lib/app/renew-snapshot';
import { blankDraft } from '@/lib/app/study-session';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createReviewStore } from '@/lib/storage/review-store';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createMemoryStorage } from '../support/memory-storage';
import { BORROW_CHOICE, ENTROPY_CLOZE } from '../support/readings';
import { NOON, storeExercises } from '../support/study-builders';

const OPTIONS = { now: NOON, studyDay: '2026-11-24', newPerDay: 8, size: 8 };
const ENTROPY = { kind: 'page', pageId: 'page-second-law' } as const;

let db: StudyDb;
let storage: Storage;
let snapshot: SnapshotStore;
let reviews: ReviewStore;

/** A browser that dies right after the database has forgotten. */
const dying: Pick<Erasure, 'forget'> = {
  forget: async (what, now) => {
    await createErasure(db).forget(what, now);
    throw new Error('the browser ended');
  },
};

const dump = () =>
  JSON.stringify(Array.from({ length: storage.length }, (_, i) => storage.getItem(storage.key(i) ?? '')));

beforeEach(async () => {
  db = createStudyDb(`interrupted-${Math.random()}`);
  storage = createMemoryStorage();
  snapshot = createSnapshotStore(storage);
  reviews = createReviewStore(db);
  await storeExercises(db, [ENTROPY_CLOZE, BORROW_CHOICE]);
  await refreshSnapshot({ reviews, snapshot }, OPTIONS);
  snapshot.writeProgress({
    ...snapshot.readProgress(),
    draft: { ...blankDraft('entropy'), answer: 'entro' },
  });
});
afterEach(() => db.delete());

describe('forgetting that goes through', () => {
  it('counts prepared questions and unfinished answers that went', async () => {
    const receipt = await forget({ erasure: createErasure(db), snapshot, reviews }, ENTROPY, OPTIONS);
    expect(receipt).toMatchObject({ pages: 1, exercises: 1, cards: 1, drafts: 1 });
    expect(dump()).not.toContain('entro');
    expect(snapshot.readCards().map(({ exercise }) => exercise.id)).toEqual(['borrow']);
    expect(snapshot.isTrusted()).toBe(true);
  });
});

describe('forgetting that was interrupted', () => {
  beforeEach(() => expect(forget({ erasure: dying, snapshot, reviews }, ENTROPY, OPTIONS)).rejects.toThrow());

  it('shows nothing of it any more', () => {
    expect(snapshot.readCards()).toEqual([]);
    expect(snapshot.readProgress()).toEqual({ unsaved: [] });
  });

  it('is completed by whoever prepares questions next', async () => {
    await keepSnapshot({ reviews, snapshot }, OPTIONS);
    expect(dump()).not.toContain('entro');
    expect(snapshot.readCards().map(({ exercise }) => exercise.id)).toEqual(['borrow']);
  });

  it('is completed by a popup that writes before', () => {
    snapshot.writeProgress({ unsaved: [] });
    expect(dump()).not.toContain('entro');
    expect(snapshot.isTrusted()).toBe(true);
  });

  it('is completed by forgetting again', async () => {
    await forget({ erasure: createErasure(db), snapshot, reviews }, ENTROPY, OPTIONS);
    expect(dump()).not.toContain('entro');
  });
});
