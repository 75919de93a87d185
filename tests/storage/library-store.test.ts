import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary } from '@/lib/storage/library-store';
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

let db: StudyDb;
const MINUTE = 60_000;

beforeEach(async () => {
  db = createStudyDb(`library-${Math.random()}`);
  await db.pages.bulkAdd([
    buildPage({ id: 'old', title: 'Boiling', lastSeenAt: NOON - MINUTE }),
    buildPage({ id: 'new', title: '光合作用', url: 'http://ke.test/guang', origin: 'http://ke.test' }),
  ]);
  await db.passages.bulkAdd([
    buildPassage({ id: 'p-en', interestId: 'heat' }),
    buildPassage({ id: 'p-zh', lang: 'zh', text: '叶绿素吸收红光和蓝光。', origin: 'http://ke.test' }),
  ]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'old', passageId: 'p-en', order: 1 }),
    buildOccurrence({ pageId: 'new', passageId: 'p-zh' }),
  ]);
  await db.exercises.bulkAdd([
    buildExercise({ id: 'fresh', passageId: 'p-en' }),
    buildExercise({
      id: 'due',
      passageId: 'p-en',
      memory: buildMemory({ phase: 'review', dueAt: NOON - MINUTE, stability: 3 }),
    }),
    buildExercise({
      id: 'later',
      passageId: 'p-zh',
      memory: buildMemory({ phase: 'review', dueAt: NOON + MINUTE, stability: 3 }),
    }),
  ]);
  await db.interests.add(buildInterest({ id: 'heat' }));
});

afterEach(() => db.delete());

describe('today', () => {
  it('tells due from fresh and from what comes later', async () => {
    const today = await createLibrary(db).today(NOON, '2026-03-02');
    expect(today).toMatchObject({ due: 1, fresh: 1, nextDueAt: NOON + MINUTE, answeredToday: 0 });
  });

  it('counts the answers of this study day that were not undone', async () => {
    await db.reviews.bulkAdd([
      buildReview(),
      buildReview({ correct: false }),
      buildReview({ undoneAt: NOON }),
      buildReview({ studyDay: '2026-03-01' }),
    ]);
    const today = await createLibrary(db).today(NOON, '2026-03-02');
    expect(today).toMatchObject({ answeredToday: 2, correctToday: 1 });
  });
});

describe('reading', () => {
  it('lists pages newest first with what they hold', async () => {
    const pages = await createLibrary(db).pages({ limit: 10 });
    expect(
      pages.map(({ page, passageCount, exerciseCount }) => [page.id, passageCount, exerciseCount]),
    ).toEqual([
      ['new', 1, 1],
      ['old', 1, 2],
    ]);
  });

  it('finds pages by title or address, whatever the case', async () => {
    const library = createLibrary(db);
    expect((await library.pages({ limit: 10, matching: 'BOIL' })).map(({ page }) => page.id)).toEqual([
      'old',
    ]);
    expect((await library.pages({ limit: 10, matching: 'ke.test' })).map(({ page }) => page.id)).toEqual([
      'new',
    ]);
  });

  it('finds a page by several words, in whatever order they stand in title and address', async () => {
    const found = await createLibrary(db).pages({ limit: 10, matching: 'lesson  boil' });
    expect(found.map(({ page }) => page.id)).toEqual(['old']);
    expect(await createLibrary(db).pages({ limit: 10, matching: 'boil granite' })).toEqual([]);
  });

  it('treats what is searched for as text, not as a pattern', async () => {
    expect(await createLibrary(db).pages({ limit: 10, matching: '.*' })).toEqual([]);
  });

  it.each([
    ['site', { site: 'http://ke.test' }, ['new']],
    ['interest', { interestId: 'heat' }, ['old']],
    ['start', { from: NOON }, ['new']],
    ['end, which is not in it', { until: NOON }, ['old']],
    ['everything at once', { site: 'http://course.test', interestId: 'heat', until: NOON }, ['old']],
    ['what does not go together', { site: 'http://ke.test', interestId: 'heat' }, []],
  ])('narrows the list by %s', async (_what, filters, expected) => {
    const pages = await createLibrary(db).pages({ limit: 10, filters });
    expect(pages.map(({ page }) => page.id)).toEqual(expected);
  });
});

describe('interests and sites', () => {
  it('says what an interest holds', async () => {
    const interests = await createLibrary(db).interests();
    expect(interests).toMatchObject([{ passageCount: 1, exerciseCount: 2, pages: [{ title: 'Boiling' }] }]);
  });

  it('counts per site', async () => {
    expect(await createLibrary(db).sites()).toEqual([
      { site: 'http://course.test', pages: 1, passages: 1 },
      { site: 'http://ke.test', pages: 1, passages: 1 },
    ]);
  });
});
