import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PreparedReading, ReadingStore } from '@/lib/app/ports/reading-store';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildPassage, NOON } from '../support/study-rows';

const ORIGIN = 'http://course.test';
let db: StudyDb;
let store: ReadingStore;

beforeEach(() => {
  db = createStudyDb(`reading-${Math.random()}`);
  store = createReadingStore(db);
});

afterEach(() => db.delete());

interface Sketch {
  readonly visit?: string;
  readonly page?: string;
  readonly at?: number;
  readonly activeMs?: number;
  readonly rereads?: number;
  readonly text?: string;
  readonly dwell: Readonly<Record<string, number>>;
}

function reading({
  visit = 'v1',
  page = 'page-1',
  at = NOON,
  activeMs = 10_000,
  rereads = 0,
  text,
  dwell,
}: Sketch): PreparedReading {
  return {
    page: { id: page, url: `${ORIGIN}/${page}`, origin: ORIGIN, title: 'A lesson', lang: 'en' },
    totals: { id: visit, activeMs, scrollShare: 0.5, at },
    passages: Object.entries(dwell).map(([id, dwellMs], order) => ({
      passage: buildPassage({ id, text: text ?? `Text of ${id}`, createdAt: at }),
      order,
      headingPath: ['One'],
      anchor: { prefix: '', exact: id, suffix: '' },
      dwellMs,
      means: 'read',
      requiredMs: 1_500,
      expectedMs: 2_000,
      rereads,
    })),
  };
}

async function snapshot() {
  const tables = [db.pages, db.visits, db.passages, db.occurrences];
  return Promise.all(tables.map((table) => table.toArray()));
}

describe('record', () => {
  it('writes the page, the visit, the passages and where they stand, and asks for vectors', async () => {
    const receipt = await store.record(reading({ dwell: { a: 3_000, b: 4_000 } }));
    expect(receipt).toEqual({ ok: true, value: { newPassages: 2, knownPassages: 0 } });
    expect(await db.pages.toArray()).toMatchObject([
      { id: 'page-1', firstSeenAt: NOON, lastSeenAt: NOON, activeMs: 10_000, scrollShare: 0.5 },
    ]);
    expect(await db.visits.toArray()).toMatchObject([
      { id: 'v1', pageId: 'page-1', activeMs: 10_000, dwellByPassage: { a: 3_000, b: 4_000 } },
    ]);
    expect(await db.passages.orderBy('id').primaryKeys()).toEqual(['a', 'b']);
    expect(await db.occurrences.toArray()).toMatchObject([
      { id: 'page-1:a', dwellMs: 3_000, readCount: 1, lastVisitId: 'v1' },
      { id: 'page-1:b', dwellMs: 4_000, readCount: 1, lastVisitId: 'v1' },
    ]);
    expect(await db.jobs.orderBy('id').primaryKeys()).toEqual(['embed:a', 'embed:b']);
  });

  it('leaves the same rows when a report arrives twice', async () => {
    await store.record(reading({ dwell: { a: 3_000 } }));
    const before = await snapshot();
    const jobs = await db.jobs.toArray();
    expect(await store.record(reading({ dwell: { a: 3_000 } }))).toMatchObject({
      value: { newPassages: 0, knownPassages: 1 },
    });
    expect(await snapshot()).toEqual(before);
    expect(await db.jobs.toArray()).toEqual(jobs);
  });

  it('counts only what a visit gained, also when an older report arrives late', async () => {
    const early = reading({ dwell: { a: 3_000 }, activeMs: 5_000 });
    const late = reading({ dwell: { a: 7_000 }, activeMs: 9_000, at: NOON + 1 });
    await store.record(early);
    await store.record(late);
    await store.record(early);
    expect(await db.occurrences.get('page-1:a')).toMatchObject({ dwellMs: 7_000, readCount: 1 });
    expect(await db.pages.get('page-1')).toMatchObject({ activeMs: 9_000, lastSeenAt: NOON + 1 });
  });

  it('adds up a reload and two tabs that report in turn', async () => {
    await store.record(reading({ visit: 'v1', dwell: { a: 3_000 }, activeMs: 3_000 }));
    await store.record(reading({ visit: 'v2', dwell: { a: 2_000 }, activeMs: 2_000 }));
    await store.record(reading({ visit: 'v1', dwell: { a: 4_000 }, activeMs: 4_000 }));
    await store.record(reading({ visit: 'v2', dwell: { a: 2_500 }, activeMs: 2_500 }));
    expect(await db.passages.count()).toBe(1);
    expect(await db.occurrences.get('page-1:a')).toMatchObject({ dwellMs: 6_500, readCount: 2 });
    expect(await db.pages.get('page-1')).toMatchObject({ activeMs: 6_500 });
    expect(await db.visits.count()).toBe(2);
  });

  it('adds up re-readings over visits, and counts none of them twice', async () => {
    await store.record(reading({ visit: 'v1', dwell: { a: 3_000 }, rereads: 2 }));
    await store.record(reading({ visit: 'v1', dwell: { a: 3_000 }, rereads: 1 }));
    await store.record(reading({ visit: 'v2', dwell: { a: 3_000 }, rereads: 1 }));
    await store.record(reading({ visit: 'v2', dwell: { a: 3_000 }, rereads: 1 }));
    expect(await db.occurrences.get('page-1:a')).toMatchObject({ rereads: 3, readCount: 2 });
    expect(await db.visits.get('v1')).toMatchObject({ rereadsByPassage: { a: 2 } });
  });

  it('counts what was read in a visit once, a listing for a third, what was chosen not at all', async () => {
    const text = 'Heat flows from the warm body. 熵不减。';
    const once = reading({ dwell: { a: 3_000 }, text });
    await store.record(once);
    await store.record({ ...once, totals: { ...once.totals, at: NOON + 1 } });
    expect(await db.visits.get('v1')).toMatchObject({ readWords: 6, readHanCharacters: 3 });
    const [first] = once.passages;
    if (!first) throw new Error('The reading is empty');
    const code = { ...first, passage: { ...first.passage, id: 'b', kind: 'code' as const } };
    const chosen = { ...first, passage: { ...first.passage, id: 'c' }, means: 'selected' as const };
    await store.record({ ...once, passages: [code, chosen] });
    expect((await db.visits.get('v1'))?.readWords).toBeCloseTo(8);
  });

  it('remembers how a passage first came to be kept', async () => {
    const once = reading({ dwell: { a: 3_000 } });
    await store.record(once);
    const chosen = once.passages.map((passage) => ({
      ...passage,
      means: 'selected' as const,
      requiredMs: 0,
      expectedMs: 0,
    }));
    await store.record({ ...reading({ visit: 'v2', dwell: {} }), passages: chosen });
    expect(await db.occurrences.get('page-1:a')).toMatchObject({
      means: 'read',
      requiredMs: 1_500,
      expectedMs: 2_000,
    });
  });

  it('keeps one passage for a text on two pages, and has the second page analysed', async () => {
    await store.record(reading({ dwell: { a: 3_000 } }));
    await store.record(reading({ visit: 'v2', page: 'page-2', dwell: { a: 3_000 } }));
    expect(await db.passages.count()).toBe(1);
    expect(await db.occurrences.count()).toBe(2);
    expect(await db.jobs.orderBy('id').primaryKeys()).toEqual(['analyse:page-2', 'embed:a']);
  });

  it('takes a text that a page shows twice for one', async () => {
    const twice = reading({ dwell: { a: 3_000 } });
    const [first] = twice.passages;
    const doubled = {
      ...twice,
      passages: [first, { ...first, order: 9, dwellMs: 5_000 }],
    } as PreparedReading;
    await store.record(doubled);
    const before = await snapshot();
    await store.record(doubled);
    expect(await snapshot()).toEqual(before);
    expect(await db.occurrences.toArray()).toMatchObject([{ dwellMs: 5_000, readCount: 1 }]);
  });

  it('keeps a visit on which nothing was read out of the database', async () => {
    expect(await store.record(reading({ dwell: {} }))).toMatchObject({ ok: true });
    expect((await snapshot()).flat()).toEqual([]);
  });

  it('does not bring back what the learner deleted during the visit', async () => {
    await store.record(reading({ dwell: { a: 3_000, b: 3_000 } }));
    await db.passages.delete('a');
    await db.occurrences.delete('page-1:a');
    await store.record(reading({ dwell: { a: 9_000, b: 9_000 } }));
    expect(await db.passages.orderBy('id').primaryKeys()).toEqual(['b']);
    expect(await db.occurrences.orderBy('id').primaryKeys()).toEqual(['page-1:b']);
  });

  it('refuses new passages when the queue is full, writes nothing, and still takes what is known', async () => {
    store = createReadingStore(db, 1);
    await store.record(reading({ dwell: { a: 3_000 } }));
    const before = await snapshot();
    expect(await store.record(reading({ dwell: { a: 5_000, b: 3_000 } }))).toEqual({
      ok: false,
      error: 'queue-full',
    });
    expect(await snapshot()).toEqual(before);
    expect(await store.record(reading({ dwell: { a: 5_000 } }))).toMatchObject({ ok: true });
    await db.jobs.clear();
    expect(await store.record(reading({ dwell: { a: 5_000, b: 3_000 } }))).toMatchObject({
      value: { newPassages: 1 },
    });
  });
});

describe('the capture log', () => {
  it('says what was captured, without text', async () => {
    await store.record(reading({ dwell: { a: 3_000, b: 3_000 } }));
    expect(await db.captureLog.toArray()).toEqual([
      { seq: 1, at: NOON, origin: ORIGIN, decision: 'captured', reason: 'read', passages: 2 },
    ]);
  });

  it('does not repeat a refusal, and keeps the last 100 decisions', async () => {
    await store.noteRefusal(ORIGIN, 'paused', NOON);
    await store.noteRefusal(ORIGIN, 'paused', NOON + 1);
    expect(await db.captureLog.count()).toBe(1);
    for (let index = 0; index < 120; index += 1)
      await store.noteRefusal(`http://s${index}.test`, 'paused', NOON);
    expect(await db.captureLog.count()).toBe(100);
    expect((await db.captureLog.orderBy('seq').last())?.origin).toBe('http://s119.test');
  });
});

describe('readingSpeed', () => {
  it('is told from the visits of the last twenty pages', async () => {
    expect(await store.readingSpeed()).toEqual(AVERAGE_SPEED);
    const text = Array(200).fill('word').join(' ');
    for (let page = 0; page < 20; page += 1) {
      await store.record(
        reading({ visit: `v${page}`, page: `page-${page}`, dwell: { [`a${page}`]: 60_000 }, text }),
      );
    }
    expect((await store.readingSpeed()).wordsPerMinute).toBeCloseTo(200);
  });
});
