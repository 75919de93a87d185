import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BroughtText, type ImportPorts, type ImportStep, importText } from '@/lib/app/import-text';
import type { FoundBlocks } from '@/lib/app/ports/imports';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createImportStore } from '@/lib/storage/import-store';
import { createJobQueue } from '@/lib/storage/job-queue';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createMemorySettings } from '../support/memory-ports';
import { buildExercise, NOON } from '../support/study-rows';

const LONG = 'Water rises and falls again. '.repeat(300);
const KEY = 'sk-proj-Zq8vT3mNc7RwXy2LbKd9Hf4Jg6Ps1AeUoViBtWnMxCzQrYkEpD';

let db: StudyDb;

beforeEach(() => {
  db = createStudyDb(`imports-${Math.random()}`);
});

afterEach(() => db.delete());

/** A text of as many sections as it has titles, each with two passages. */
function found(...titles: readonly string[]): FoundBlocks {
  const blocks = titles.flatMap((title) =>
    [`${title} one. ${LONG}`, `${title} two.`].map((text) => ({
      text,
      kind: 'prose' as const,
      lang: 'en' as const,
      headingPath: [title],
    })),
  );
  return { title: 'Water', blocks };
}

const text = (content = 'a', change: Partial<BroughtText> = {}): BroughtText => ({
  bytes: new TextEncoder().encode(content),
  format: 'text',
  title: '',
  name: 'notes',
  ...change,
});

interface Situation extends Partial<ImportPorts> {
  readonly titles?: readonly string[];
  readonly maxWaitingJobs?: number;
  readonly stopping?: AbortSignal;
}

async function bring(brought: BroughtText, { titles = ['A', 'B', 'C'], ...situation }: Situation = {}) {
  const steps: ImportStep[] = [];
  const ports: ImportPorts = {
    formats: {
      renderMarkdown: () => undefined,
      readEpub: () => ({ ok: false, error: 'broken' }),
    },
    findBlocks: async () => found(...titles),
    imports: createImportStore(db, situation.maxWaitingJobs),
    settings: createMemorySettings({ hasConsented: true }),
    hash: async (value) => value.replace(/[^\w#]/g, '-').slice(0, 90),
    hashBytes: async (bytes) => `sum${new TextDecoder().decode(bytes).length}`,
    announce: () => undefined,
    waitForRoom: () => Promise.reject(new Error('Nobody makes room')),
    now: () => NOON,
    ...situation,
  };
  const stopping = situation.stopping ?? new AbortController().signal;
  return { taken: await importText(ports, brought, (step) => steps.push(step), stopping), steps };
}

describe('a text that is brought in', () => {
  it('is stored section by section, as pages that nobody visited', async () => {
    const { taken, steps } = await bring(text());
    expect(taken).toMatchObject({ ok: true, value: { title: 'Water', sections: 3, storedSections: 3 } });
    expect(steps.map(({ kind }) => kind)).toEqual(['opening', 'reading', 'storing', 'storing', 'storing']);
    expect(await db.pages.orderBy('id').toArray()).toMatchObject([
      { url: 'import:sum1#0', origin: 'import:', title: 'A · Water', activeMs: 0, lastSeenAt: NOON },
      { url: 'import:sum1#1', title: 'B · Water' },
      { url: 'import:sum1#2', title: 'C · Water' },
    ]);
    const places = await db.occurrences.toArray();
    expect(places).toHaveLength(6);
    expect(
      new Set(places.map(({ means, readCount, dwellMs }) => `${means} ${readCount} ${dwellMs}`)),
    ).toEqual(new Set(['imported 0 0']));
    expect(await db.visits.count()).toBe(0);
    expect(await db.captureLog.count()).toBe(0);
  });

  it('waits behind what is read, and says nothing of the speed of the learner', async () => {
    const before = await createReadingStore(db).readingSpeed();
    await bring(text());
    const jobs = await db.jobs.toArray();
    expect(jobs.map(({ kind, lane }) => `${kind} ${lane}`)).toEqual(Array(6).fill('embed import'));
    expect((await createJobQueue(db).progress()).backlogs).toMatchObject([
      { lane: 'import', left: 6, total: 6 },
    ]);
    expect(await createReadingStore(db).readingSpeed()).toEqual(before);
  });

  it('keeps no secret, neither in its text nor in its title', async () => {
    const findBlocks = async () => ({ ...found(`Key ${KEY}`), title: `Key ${KEY}` });
    await bring(text(), { findBlocks });
    const rows = await Promise.all(
      [db.imports, db.pages, db.passages, db.occurrences].map((t) => t.toArray()),
    );
    expect(JSON.stringify(rows)).toContain('▮▮▮');
    expect(
      JSON.stringify(
        rows.map((table) => table.map((row) => ({ ...row, id: '', pageId: '', passageId: '' }))),
      ),
    ).not.toContain(KEY);
  });

  it('is called as the learner calls it, else as it does itself, else as its file', async () => {
    const nameless = async () => ({ ...found('A'), title: '' });
    await bring(text('a', { title: 'Mine' }));
    await bring(text('bb'));
    await bring(text('ccc'), { findBlocks: nameless });
    expect((await db.imports.toArray()).map(({ title }) => title)).toEqual(['Mine', 'Water', 'notes']);
  });
});

describe('a text that comes again', () => {
  it('changes nothing when all of it is there', async () => {
    await bring(text());
    const tables = [db.imports, db.pages, db.passages, db.occurrences, db.jobs];
    const before = await Promise.all(tables.map((table) => table.toArray()));
    await bring(text(), { now: () => NOON + 5_000 });
    expect(await Promise.all(tables.map((table) => table.toArray()))).toEqual(before);
  });

  it('goes on where it stopped', async () => {
    const stopping = new AbortController();
    const imports = createImportStore(db);
    const stopped = await bring(text(), {
      stopping: stopping.signal,
      imports: {
        begin: imports.begin,
        storeSection: async (...section) => {
          stopping.abort();
          return imports.storeSection(...section);
        },
      },
    });
    expect(stopped.taken).toEqual({ ok: false, error: 'stopped' });
    expect(await db.imports.toArray()).toMatchObject([{ sections: 3, storedSections: 1 }]);
    const { steps } = await bring(text());
    expect(steps.filter(({ kind }) => kind === 'storing')).toHaveLength(2);
    expect(await db.passages.count()).toBe(6);
  });

  it('does not fall back when another tab is still at an earlier section', async () => {
    await bring(text());
    const [page] = await db.pages.toArray();
    if (!page) throw new Error('No page was stored');
    await createImportStore(db).storeSection('sum1', 0, { page, passages: [] });
    expect(await db.imports.toArray()).toMatchObject([{ storedSections: 3 }]);
  });

  it('leaves a section away that was forgotten', async () => {
    await bring(text());
    await createErasure(db).forget({ kind: 'page', pageId: 'import-sum1#1' }, NOON);
    await bring(text());
    expect(await db.pages.count()).toBe(2);
  });

  it('shares passages with another text, and asks for its analysis where they are known', async () => {
    await bring(text('a'), { titles: ['A'] });
    await db.jobs.clear();
    await bring(text('bb'), { titles: ['A'] });
    expect(await db.passages.count()).toBe(2);
    expect(await db.occurrences.count()).toBe(4);
    expect((await db.jobs.toArray()).map(({ id, lane }) => `${id} ${lane}`)).toEqual([
      'analyse:import-sum2#0 import',
    ]);
  });
});

describe('a text that does not come in', () => {
  it('without consent leaves no trace', async () => {
    const settings = createMemorySettings({ hasConsented: false });
    expect((await bring(text(), { settings })).taken).toEqual({ ok: false, error: 'no-consent' });
    expect(await db.imports.count()).toBe(0);
  });

  it.each([
    ['nothing-in-it', text(), { titles: [] }],
    ['broken', text('a', { format: 'epub' }), {}],
    ['not-text', text('\0'), {}],
  ] as const)('says why: %s', async (error, brought, situation) => {
    expect((await bring(brought, situation)).taken).toEqual({ ok: false, error });
    expect(await db.imports.count()).toBe(0);
  });

  it('waits for room in the queue instead of failing, section by section', async () => {
    const rooms: number[] = [];
    const { taken, steps } = await bring(text(), {
      maxWaitingJobs: 4,
      waitForRoom: async () => {
        rooms.push(await db.jobs.count());
        await db.jobs.clear();
      },
    });
    expect(taken.ok).toBe(true);
    expect(rooms).toEqual([4]);
    expect(steps).toContainEqual({ kind: 'no-room', done: 2, of: 3 });
  });

  it('ends when it is forgotten meanwhile, and does not come back', async () => {
    const erasure = createErasure(db);
    const { taken } = await bring(text(), {
      maxWaitingJobs: 4,
      waitForRoom: async () => void (await erasure.forget({ kind: 'import', importId: 'sum1' }, NOON)),
    });
    expect(taken).toEqual({ ok: false, error: 'forgotten' });
    for (const table of [db.imports, db.pages, db.passages, db.occurrences, db.jobs])
      expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });
});

describe('the list of texts', () => {
  it('says what came of each and what waits, newest first', async () => {
    await bring(text('a'), { titles: ['A', 'B'] });
    await bring(text('bb'), { titles: ['C'], now: () => NOON + 1_000 });
    const [first] = await db.passages.toArray();
    await db.jobs.delete(`embed:${first?.id}`);
    await db.exercises.add(buildExercise({ passageId: first?.id ?? '' }));
    expect(await createImportStore(db).list()).toMatchObject([
      { id: 'sum2', passages: 2, waiting: 2, exercises: 0, firstPageId: 'import-sum2#0' },
      { id: 'sum1', passages: 4, waiting: 3, exercises: 1, firstPageId: 'import-sum1#0' },
    ]);
  });

  it('loses a text of which nothing is stored yet when that is forgotten', async () => {
    const { begin, list } = createImportStore(db);
    await begin({ id: 'sum9', title: 'Rain', format: 'epub', addedAt: NOON, sections: 2, passageCount: 4 });
    await createErasure(db).forget({ kind: 'import', importId: 'sum9' }, NOON);
    expect(await list()).toEqual([]);
  });

  it('follows what is forgotten of a text', async () => {
    await bring(text());
    const erasure = createErasure(db);
    await erasure.forget({ kind: 'page', pageId: 'import-sum1#0' }, NOON);
    expect(await createImportStore(db).list()).toMatchObject([{ passages: 4, firstPageId: 'import-sum1#1' }]);
    expect(await erasure.preview({ kind: 'import', importId: 'sum1' })).toMatchObject({
      pages: 2,
      passages: 4,
    });
    expect(await erasure.forget({ kind: 'import', importId: 'sum1' }, NOON)).toMatchObject({
      imports: 1,
      pages: 2,
    });
    expect(await createImportStore(db).list()).toEqual([]);
  });

  it.each([
    ['the time in which it came', { kind: 'period', from: NOON - 1, to: NOON + 1 }, 0],
    ['another time', { kind: 'period', from: NOON + 1, to: NOON + 2 }, 1],
    ['all that was brought in', { kind: 'site', site: 'import:' }, 0],
    ['a site', { kind: 'site', site: 'https://course.test' }, 1],
  ] as const)('is shortened by forgetting %s', async (_, what, left) => {
    await bring(text());
    await createErasure(db).forget(what, NOON + 10);
    expect(await db.imports.count()).toBe(left);
    expect(await db.passages.count()).toBe(left * 6);
  });
});
