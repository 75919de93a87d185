import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';
import { refreshSnapshot } from '@/lib/app/refresh-snapshot';
import { createReviewStore } from '@/lib/storage/review-store';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createMemoryStorage, openDashboard } from '../support/dashboard';
import {
  buildExercise,
  buildInterest,
  buildOccurrence,
  buildPage,
  buildPassage,
  buildReview,
  NOON,
} from '../support/study-rows';

const SECRET = 'chlorophyll';
const KEPT = 'granite';

let db: StudyDb;
let storage: Storage;
let snapshot: SnapshotStore;

/** Everything that is stored anywhere, as one text. */
async function allThatIsStored(): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  return JSON.stringify([tables, dumpOf(storage)]);
}

function dumpOf({ length, key, getItem }: Storage): (string | null)[] {
  return Array.from({ length }, (_, index) => getItem(key(index) ?? ''));
}

async function storeLesson(word: string) {
  const text = `The word of this lesson is ${word} and nothing else.`;
  await db.pages.add(
    buildPage({ id: `page-${word}`, title: `On ${word}`, url: `http://course.test/${word}` }),
  );
  await db.passages.add(buildPassage({ id: `passage-${word}`, text, interestId: `interest-${word}` }));
  await db.occurrences.add(buildOccurrence({ pageId: `page-${word}`, passageId: `passage-${word}` }));
  await db.interests.add(buildInterest({ id: `interest-${word}`, labels: { en: word } }));
  const stem = { before: 'The word of this lesson is ', after: ' and nothing else.' };
  const source = { sentence: text, start: 0, end: text.length };
  await db.exercises.bulkAdd(
    ['asked', 'new'].map((id) =>
      buildExercise({ id: `${id}-${word}`, passageId: `passage-${word}`, stem, key: word, source }),
    ),
  );
  await db.reviews.add(buildReview({ exerciseId: `asked-${word}`, answer: word }));
}

beforeEach(async () => {
  db = createStudyDb(`deletion-${Math.random()}`);
  storage = createMemoryStorage();
  snapshot = createSnapshotStore(storage);
  await storeLesson(SECRET);
  await storeLesson(KEPT);
  const options = { now: NOON, studyDay: '2026-03-02', newPerDay: 8, size: 8 };
  await refreshSnapshot({ reviews: createReviewStore(db), snapshot }, options);
});

afterEach(() => db.delete());

describe('forgetting from the dashboard', () => {
  it('starts from a study that holds the word in many places', async () => {
    expect((await allThatIsStored()).split(SECRET).length).toBeGreaterThan(20);
    expect(snapshot.readCards().length).toBe(4);
  });

  it('takes a page away with every trace of it, also outside the database', async () => {
    const { model, announced } = openDashboard(db, { snapshot });
    await model.forgetting.ask({
      kind: 'page',
      pageId: `page-${SECRET}`,
      name: { text: '', lang: 'en' },
    });
    expect(model.forgetting.preview.value).toEqual({ pages: 1, passages: 1, exercises: 2, reviews: 1 });
    await model.forgetting.confirm();
    const stored = await allThatIsStored();
    expect(stored).not.toContain(SECRET);
    expect(stored).toContain(KEPT);
    expect(snapshot.readCards().map(({ exercise }) => exercise.key)).toEqual([KEPT, KEPT]);
    expect(model.forgetting.receipt.value).toMatchObject({
      kind: 'page',
      gone: { pages: 1, passages: 1, exercises: 2, reviews: 1, cards: 2 },
    });
    expect(announced).toEqual(['page']);
  });

  it('takes a passage away but leaves its page', async () => {
    const { model } = openDashboard(db, { snapshot });
    await model.forgetting.ask({ kind: 'passage', passageId: `passage-${SECRET}` });
    await model.forgetting.confirm();
    expect(await db.pages.count()).toBe(2);
    expect(await db.passages.toCollection().primaryKeys()).toEqual([`passage-${KEPT}`]);
    expect(await db.exercises.where('passageId').equals(`passage-${SECRET}`).count()).toBe(0);
  });

  it('keeps an answer that waits to be stored, unless its exercise goes', async () => {
    const waiting = await db.exercises.bulkGet([`new-${SECRET}`, `new-${KEPT}`]);
    const unsaved = waiting.flatMap((exercise) =>
      exercise === undefined
        ? []
        : [
            {
              exercise,
              answer: exercise.key,
              rating: 'good' as const,
              latencyMs: 1_000,
              now: NOON,
              utcOffsetMinutes: 0,
            },
          ],
    );
    snapshot.writeProgress({ unsaved });
    const { model } = openDashboard(db, { snapshot });
    await model.forgetting.ask({ kind: 'passage', passageId: `passage-${SECRET}` });
    await model.forgetting.confirm();
    expect(snapshot.readProgress().unsaved.map(({ exercise }) => exercise.id)).toEqual([`new-${KEPT}`]);
  });

  it('does nothing before it is confirmed, nor after it is cancelled', async () => {
    const { model } = openDashboard(db, { snapshot });
    const before = await allThatIsStored();
    await model.forgetting.ask({ kind: 'site', site: 'http://course.test' });
    model.forgetting.cancel();
    await model.forgetting.confirm();
    expect(await allThatIsStored()).toBe(before);
  });

  it('asks again when it failed, and nothing is gone', async () => {
    const { model } = openDashboard(db, { snapshot });
    const wish = { kind: 'passage', passageId: `passage-${SECRET}` } as const;
    await model.forgetting.ask(wish);
    db.close({ disableAutoOpen: true });
    await model.forgetting.confirm();
    expect(model.forgetting.hasFailed.value).toBe(true);
    expect(model.forgetting.asked.value).toEqual(wish);
    await db.open();
    expect(await db.passages.count()).toBe(2);
  });
});

describe('erasing everything', () => {
  it('leaves no row, no snapshot, no site and no setting but language and theme', async () => {
    const { model, sites, settings, announced } = openDashboard(db, {
      snapshot,
      allowed: ['http://course.test', 'https://other.test'],
      settings: {
        uiLanguage: 'zh',
        theme: 'dark',
        paused: true,
        pausedOrigins: ['http://x.test'],
        newPerDay: 32,
      },
    });
    const counts = { pages: 2, passages: 2, interests: 2, exercises: 4, reviews: 2 };
    await model.forgetting.ask({ kind: 'everything', counts });
    await model.forgetting.confirm();
    expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(db.tables.map(() => 0));
    expect(storage.length).toBe(0);
    expect(await sites.allowedOrigins()).toEqual([]);
    expect(await settings.read()).toEqual({
      uiLanguage: 'zh',
      theme: 'dark',
      paused: false,
      pausedOrigins: [],
      readingTimeScale: 1,
      newPerDay: 8,
      hasConsented: false,
      confirmedSites: [],
      showIndicator: false,
    });
    expect(model.forgetting.receipt.value).toMatchObject({ kind: 'everything', gone: counts });
    expect(announced).toEqual(['everything']);
  });
});
