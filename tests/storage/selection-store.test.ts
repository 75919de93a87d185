import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { captureReading } from '@/lib/app/capture-reading';
import { type LearnPorts, learnSelection } from '@/lib/app/learn-selection';
import { undoSelection } from '@/lib/app/undo-selection';
import type { SelectedText } from '@/lib/domain/reading/selection';
import { success } from '@/lib/domain/shared/result';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createSelectionStore } from '@/lib/storage/selection-store';
import { createSourceStore } from '@/lib/storage/source-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createMemorySettings, createMemorySites } from '../support/memory-ports';
import { NOON } from '../support/study-rows';

const ORIGIN = 'https://course.test';
const URL = `${ORIGIN}/heat`;
const HEAT = 'Heat flows from the warm body to the cold body.';
const WORK = 'Work is energy in transit, as heat is.';

let db: StudyDb;

beforeEach(() => {
  db = createStudyDb(`selection-${Math.random()}`);
});

afterEach(() => db.delete());

function selectionOf(...texts: readonly string[]): SelectedText {
  const blocks = texts.map((text, order) => ({
    text,
    kind: 'prose' as const,
    lang: 'en' as const,
    headingPath: ['Heat'],
    order,
    anchor: { prefix: '', exact: text, suffix: '' },
  }));
  return { url: `${URL}?utm_source=mail`, title: 'Heat', lang: 'en', blocks };
}

function portsFor(selected: SelectedText, maxWaitingJobs?: number): LearnPorts {
  return {
    selections: createSelectionStore(db, maxWaitingJobs),
    reader: { read: async () => [success(selected)] },
    readings: createReadingStore(db),
    sites: createMemorySites([ORIGIN], URL),
    settings: createMemorySettings(),
    hash: async (text) => `hash of ${text}`,
    now: () => NOON,
  };
}

const learn = (...texts: readonly string[]) => learnAt(URL, ...texts);

async function learnAt(url: string, ...texts: readonly string[]) {
  const selected = { ...selectionOf(...texts), url };
  const learned = await learnSelection(portsFor(selected), { tabId: 1, tabUrl: url });
  if (!learned.ok) throw new Error(learned.error);
  return learned.value;
}

/** Reads along on the page, in the visit of that number. */
async function read(text: string, visit: number) {
  const [block] = selectionOf(text).blocks;
  if (block === undefined) throw new Error('No text');
  const signals = { dwellMs: 3_000, requiredMs: 1_500, expectedMs: 2_000, rereads: 0 };
  return captureReading(
    portsFor(selectionOf()) as never,
    {
      visit: { visitId: `${visit}`, url: URL, title: 'Heat', lang: 'en', activeMs: 5_000, scrollShare: 1 },
      blocks: [{ ...block, ...signals }],
    },
    ORIGIN,
  );
}

const undo = (receipt: Awaited<ReturnType<typeof learn>>) =>
  undoSelection({ erasure: createErasure(db), now: () => NOON }, receipt);

const rowCounts = async () => ({
  pages: await db.pages.count(),
  visits: await db.visits.count(),
  passages: await db.passages.count(),
  occurrences: await db.occurrences.count(),
  jobs: await db.jobs.count(),
});

it('keeps a selection without a visit, and has it worked on', async () => {
  expect(await learn(HEAT, WORK)).toMatchObject({ selected: 2 });
  expect(await rowCounts()).toEqual({ pages: 1, visits: 0, passages: 2, occurrences: 2, jobs: 2 });
  expect(await db.pages.toArray()).toMatchObject([{ url: URL, activeMs: 0, scrollShare: 0 }]);
  expect(await db.occurrences.toArray()).toMatchObject([
    { means: 'selected', readCount: 0 },
    { readCount: 0 },
  ]);
  expect(await db.captureLog.toArray()).toMatchObject([{ reason: 'selected', passages: 2, origin: ORIGIN }]);
});

it('leaves the same rows however often the same is selected', async () => {
  await learn(HEAT, WORK, HEAT);
  const rows = await rowCounts();
  expect(await learn(HEAT)).toEqual({ added: [], chosen: [], selected: 1 });
  expect(await rowCounts()).toEqual(rows);
});

it('marks what was read before as chosen, and counts nothing twice', async () => {
  await read(HEAT, 1);
  const [before] = await db.occurrences.toArray();
  const receipt = await learn(HEAT);
  expect(await db.occurrences.toArray()).toEqual([{ ...before, means: 'selected', selectedAt: NOON }]);
  expect(receipt.added).toEqual([]);
  await undo(receipt);
  expect(await db.occurrences.toArray()).toEqual([before]);
});

it('stays chosen when it is read along later, and only the reading counts', async () => {
  await learn(HEAT);
  await read(HEAT, 1);
  await read(HEAT, 1);
  expect(await db.occurrences.toArray()).toMatchObject([{ means: 'selected', readCount: 1, dwellMs: 3_000 }]);
});

it('takes back what was new, with its page and all that was to come of it', async () => {
  const receipt = await learn(HEAT);
  await undo(receipt);
  await undo(receipt);
  expect(await rowCounts()).toEqual({ pages: 0, visits: 0, passages: 0, occurrences: 0, jobs: 0 });
});

it('leaves the rest of the page when a selection is taken back', async () => {
  await read(HEAT, 1);
  await undo(await learn(HEAT, WORK));
  expect(await db.passages.toArray()).toMatchObject([{ text: HEAT }]);
  expect(await rowCounts()).toMatchObject({ pages: 1, visits: 1 });
});

it('takes back the place of a text that is kept from another page, and the page with it', async () => {
  await read(HEAT, 1);
  const [before, places] = [await rowCounts(), await db.occurrences.toArray()];
  await undo(await learnAt(`${ORIGIN}/other`, HEAT));
  expect(await rowCounts()).toMatchObject({ pages: before.pages, passages: 1, occurrences: 1 });
  const receipt = await learnAt(`${ORIGIN}/other`, HEAT, WORK);
  expect(await rowCounts()).toMatchObject({ pages: 2, passages: 2, occurrences: 3 });
  await undo(receipt);
  await undo(receipt);
  expect(await rowCounts()).toEqual(before);
  expect(await db.occurrences.toArray()).toEqual(places);
});

it('leaves what was read along meanwhile when its selection is taken back', async () => {
  const receipt = await learn(HEAT, WORK);
  await read(HEAT, 1);
  await undo(receipt);
  expect(await db.passages.toArray()).toMatchObject([{ text: HEAT }]);
  const [place] = await db.occurrences.toArray();
  expect(place).toMatchObject({ means: 'read', readCount: 1 });
  expect(place).not.toHaveProperty('selectedAt');
});

it('brings back what was deleted, since it is asked for', async () => {
  await read(HEAT, 1);
  const [passage] = await db.passages.toArray();
  await createErasure(db).forget({ kind: 'passage', passageId: passage?.id ?? '' }, NOON);
  expect((await learn(HEAT)).added).toHaveLength(1);
});

it('writes nothing when too much waits already', async () => {
  const ports = portsFor(selectionOf(HEAT, WORK), 1);
  expect(await learnSelection(ports, { tabId: 1, tabUrl: URL })).toEqual({ ok: false, error: 'queue-full' });
  expect(await rowCounts()).toMatchObject({ pages: 0, passages: 0, jobs: 0 });
});

it('covers secrets in what is kept', async () => {
  await learn('Pay with the card 4111 1111 1111 1111 at the counter of the shop.');
  expect(JSON.stringify(await db.passages.toArray())).not.toContain('4111');
  expect(JSON.stringify(await db.occurrences.toArray())).not.toContain('4111');
});

it('tells what stood beside a passage from what came after it', async () => {
  await read(HEAT, 1);
  await read(WORK, 1);
  const heat = await db.passages.filter(({ text }) => text === HEAT).first();
  const places = await db.occurrences.toArray();
  await db.occurrences.bulkPut(
    places.map((place) => ({ ...place, lastReadAt: place.passageId === heat?.id ? NOON : NOON + 1_000 })),
  );
  const textsBeside = async () => {
    const source = await createSourceStore(db).find(heat?.id ?? '');
    return source?.beside.map(({ anchor }) => anchor.exact);
  };
  expect(await textsBeside()).toEqual([WORK]);
  await db.visits.clear();
  expect(await textsBeside()).toEqual([]);
});
