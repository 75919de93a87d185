import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingStore } from '@/lib/app/ports/reading-store';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createSelectionStore } from '@/lib/storage/selection-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { DAY_MS } from '../../support/planted-study';
import { buildExercise, buildPassage, buildReview, NOON } from '../../support/study-rows';

const ORIGIN = 'http://course.test';
const YESTERDAY = NOON - DAY_MS;
const TODAY = { kind: 'period', from: NOON - 60_000, to: NOON + DAY_MS } as const;

let db: StudyDb;
let readings: ReadingStore;

beforeEach(() => {
  db = createStudyDb(`period-${Math.random()}`);
  readings = createReadingStore(db);
});
afterEach(() => db.delete());

/** Reads passages of a page for some time each. */
function read(visit: string, at: number, dwell: Readonly<Record<string, number>>, page = 'page') {
  return readings.record({
    page: pageCalled(page),
    totals: { id: `${visit}:${page}`, activeMs: 10_000, scrollShare: 0.5, at },
    passages: Object.entries(dwell).map(([id, dwellMs], order) => prepare(id, at, { dwellMs, order })),
  });
}

/** Chooses a passage of a page by "Learn this". */
function choose(id: string, at: number, page = 'page') {
  const prepared = { ...prepare(id, at, { dwellMs: 0, order: 0 }), means: 'selected', rereads: 0 } as const;
  return createSelectionStore(db).keep({ page: pageCalled(page), passages: [prepared], at });
}

const pageCalled = (id: string) =>
  ({ id, url: `${ORIGIN}/${id}`, origin: ORIGIN, title: 'A lesson', lang: 'en' }) as const;

function prepare(id: string, at: number, place: { dwellMs: number; order: number }) {
  const text = `Text of ${id}, long enough to be told from others.`;
  return {
    ...place,
    passage: buildPassage({ id, text, createdAt: at }),
    headingPath: [],
    anchor: { prefix: 'before', exact: id, suffix: 'after' },
    means: 'read',
    requiredMs: 1_500,
    expectedMs: 2_000,
    rereads: 1,
  } as const;
}

const forget = (what: typeof TODAY | { kind: 'period'; from: number; to: number } = TODAY) =>
  createErasure(db).forget(what, NOON);
const rows = () =>
  Promise.all([db.pages, db.visits, db.passages, db.occurrences].map((table) => table.toArray()));

describe('forgetting a time', () => {
  it('takes what was read in it alone', async () => {
    await read('v1', NOON, { a: 3_000 });
    await forget();
    expect(await rows()).toEqual([[], [], [], []]);
  });

  it('leaves the rest as if the time had never been', async () => {
    await read('v1', YESTERDAY, { b: 2_000, a: 3_000 });
    await db.occurrences.toCollection().modify((place: { anchor: object }) => {
      place.anchor = { ...place.anchor, prefix: '', suffix: '' };
    });
    const before = await rows();
    await read('v2', NOON, { b: 9_000, c: 4_000 });
    await read('v3', NOON + 1, { c: 1_000 }, 'elsewhere');
    await forget();
    expect(await rows()).toEqual(before);
  });

  it('takes a visit that only reaches into it as a whole', async () => {
    await read('v1', NOON - 3_600_000, { a: 3_000 });
    await read('v1', NOON, { a: 9_000 });
    await forget();
    expect(await db.passages.count()).toBe(0);
  });

  it('does not take what ends just before it or begins with its end', async () => {
    await read('v1', TODAY.from - 1, { a: 3_000 });
    await read('v2', TODAY.to, { b: 3_000 });
    await forget();
    expect(await db.passages.toCollection().primaryKeys()).toEqual(['a', 'b']);
  });

  it('dates a passage by its first reading that stays', async () => {
    await read('v1', YESTERDAY, { a: 3_000 });
    await read('v2', NOON, { a: 3_000 });
    await forget({ kind: 'period', from: YESTERDAY - 1, to: YESTERDAY + 1 });
    expect(await db.passages.get('a')).toMatchObject({ createdAt: NOON });
    expect(await db.occurrences.get('page:a')).toMatchObject({ readCount: 1, dwellMs: 3_000, rereads: 1 });
    expect(await db.pages.get('page')).toMatchObject({ firstSeenAt: NOON, activeMs: 10_000 });
  });

  it('dates a passage by another page that it was read on', async () => {
    await read('v1', YESTERDAY, { a: 3_000 }, 'older');
    await read('v2', NOON, { a: 3_000 });
    await forget({ kind: 'period', from: YESTERDAY - 1, to: YESTERDAY + 1 });
    expect(await db.passages.get('a')).toMatchObject({ createdAt: NOON });
  });

  it('keeps answers of the time to exercises of other reading', async () => {
    await read('v1', YESTERDAY, { a: 3_000 });
    await db.exercises.add(buildExercise({ passageId: 'a' }));
    await db.reviews.add(buildReview({ at: NOON }));
    await read('v2', NOON, { b: 3_000 });
    await forget();
    expect(await db.reviews.count()).toBe(1);
  });

  it('takes what was selected in it, and keeps the page for what was selected before', async () => {
    await read('v1', YESTERDAY, { a: 3_000 });
    await read('v2', NOON, { b: 3_000 });
    await db.visits.clear();
    await forget();
    expect(await db.passages.toCollection().primaryKeys()).toEqual(['a']);
    expect(await db.pages.get('page')).toMatchObject({ firstSeenAt: YESTERDAY, lastSeenAt: YESTERDAY });
  });

  it('takes a page without visits by the time that it was seen', async () => {
    await read('v1', NOON, { a: 3_000 });
    await read('v2', YESTERDAY, { b: 3_000 }, 'older');
    await db.visits.clear();
    await forget();
    expect(await db.pages.toCollection().primaryKeys()).toEqual(['older']);
    expect(await db.passages.toCollection().primaryKeys()).toEqual(['b']);
  });
});

describe('forgetting a time in which something was chosen, or before or after which it was', () => {
  it('keeps what was chosen before it and read in it, as chosen only', async () => {
    await choose('a', YESTERDAY);
    await read('v1', NOON, { a: 3_000, b: 3_000 });
    await forget();
    expect(await db.passages.toArray()).toMatchObject([{ id: 'a', createdAt: YESTERDAY }]);
    expect(await db.occurrences.toArray()).toMatchObject([
      {
        means: 'selected',
        selectedAt: YESTERDAY,
        readCount: 0,
        dwellMs: 0,
        rereads: 0,
        lastReadAt: YESTERDAY,
      },
    ]);
    expect(await db.pages.toArray()).toMatchObject([{ firstSeenAt: YESTERDAY, lastSeenAt: YESTERDAY }]);
    expect(await db.visits.count()).toBe(0);
  });

  it.each([
    ['before it was read', YESTERDAY, NOON],
    ['after it was read', NOON, YESTERDAY],
  ])('takes the choice made %s, and keeps the reading', async (_order, chosenAt, readAt) => {
    if (chosenAt < readAt) await choose('a', chosenAt);
    await read('v1', readAt, { a: 3_000 });
    if (chosenAt > readAt) await choose('a', chosenAt);
    await forget({ kind: 'period', from: chosenAt - 1, to: chosenAt + 1 });
    const [place] = await db.occurrences.toArray();
    expect(place).toMatchObject({ means: 'read', readCount: 1, dwellMs: 3_000, lastReadAt: readAt });
    expect(place).not.toHaveProperty('selectedAt');
    expect(await db.passages.toArray()).toMatchObject([{ createdAt: readAt }]);
    expect(await db.pages.toArray()).toMatchObject([{ firstSeenAt: readAt, lastSeenAt: readAt }]);
  });

  it('takes what was chosen in it on a page that was visited at other times only', async () => {
    await read('v1', YESTERDAY, { a: 3_000 });
    await choose('b', NOON);
    await forget();
    expect(await db.passages.toCollection().primaryKeys()).toEqual(['a']);
    expect(await db.pages.count()).toBe(1);
  });

  it('takes what was chosen and read in it', async () => {
    await choose('a', NOON);
    await read('v1', NOON + 1, { a: 3_000 });
    await forget();
    expect(await rows()).toEqual([[], [], [], []]);
  });
});

describe('forgetting an interest', () => {
  it('keeps pages that also have other passages, and no word around the gap', async () => {
    await read('v1', NOON, { a: 3_000, b: 3_000 });
    await read('v2', NOON, { c: 3_000 }, 'all of it');
    for (const id of ['a', 'c']) await db.passages.update(id, { interestId: 'heat' });
    await createErasure(db).forget({ kind: 'interest', interestId: 'heat' }, NOON);
    expect(await db.pages.toCollection().primaryKeys()).toEqual(['page']);
    expect(await db.occurrences.toArray()).toMatchObject([
      { passageId: 'b', anchor: { prefix: '', exact: 'b', suffix: '' } },
    ]);
  });
});
