import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileFollower } from '@/entrypoints/pdf-reader/follow-file';
import type { ReadingStore } from '@/lib/app/ports/reading-store';
import { fileUrl } from '@/lib/domain/reading/file-address';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import type { FileFollower } from '@/lib/ui/pdf/file-follower';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';
import { FakeObserver, place } from '../../support/fake-observer';
import { createMemorySettings } from '../../support/memory-ports';
import { NOON } from '../../support/study-rows';

const TEXT = 'The angle of the run equals the angle between the food and the sun.';
const FILE = {
  url: fileUrl('ab'.repeat(32)),
  title: 'How bees dance',
  name: 'bees.pdf',
} as OpenFile;
/** In the same turn, so that only the database is to be waited for. */
const hash = async (text: string) => createHash('sha256').update(text).digest('hex');
/** Long enough to have read the text. */
const READING_MS = 5_000;
const REPORT_PAUSE_MS = 3_000;

let db: StudyDb;
let follower: FileFollower;

function follow(readings: ReadingStore): void {
  follower = createFileFollower({
    readings,
    settings: createMemorySettings(),
    hash,
    now: () => NOON,
    onStored: () => undefined,
  });
  const element = document.createElement('p');
  document.body.replaceChildren(element);
  place(element, 100, 80);
  follower.begin(FILE);
  const passage = {
    text: TEXT,
    kind: 'prose',
    lang: 'en',
    headingPath: [],
    from: 0,
    to: 1,
    block: 0,
  } as const;
  follower.watch(12, [{ element, passage }]);
}

/** Has the text in view for a while. */
async function read(durationMs: number): Promise<void> {
  await settle();
  for (const element of FakeObserver.latest.observed) FakeObserver.latest.report(element, true);
  await pass(durationMs);
}

/** Lets time pass in steps that leave the database time to answer. */
async function pass(durationMs: number): Promise<void> {
  for (let spentMs = 0; spentMs < durationMs; spentMs += 250) {
    vi.advanceTimersByTime(250);
    await settle();
  }
}

/** As long as whatever was asked of the database takes. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await db.transaction('rw', db.tables, async () => undefined);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  db = createStudyDb(`follower-${Math.random()}`);
});

afterEach(async () => {
  follower.end();
  await settle();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await db.delete();
});

describe('reading along in a file', () => {
  it('goes on storing after it failed once', async () => {
    const readings = createReadingStore(db);
    const noted = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    let calls = 0;
    const record: ReadingStore['record'] = async (reading) => {
      calls += 1;
      if (calls === 1) throw new DOMException('The disk is full', 'QuotaExceededError');
      return readings.record(reading);
    };
    follow({ ...readings, record });
    await read(READING_MS + REPORT_PAUSE_MS);
    await read(REPORT_PAUSE_MS);
    expect(await db.passages.toArray()).toMatchObject([{ text: TEXT }]);
    expect(noted).toHaveBeenCalledTimes(1);
    noted.mockRestore();
  });

  it('does not bring back what was read before it was told to begin anew', async () => {
    const readings = createReadingStore(db);
    let isFull = true;
    follow({
      ...readings,
      record: async (reading) => (isFull ? { ok: false, error: 'queue-full' } : readings.record(reading)),
    });
    await read(READING_MS + REPORT_PAUSE_MS);
    isFull = false;
    follower.beginAnew();
    await pass(2 * REPORT_PAUSE_MS);
    expect(await db.passages.count()).toBe(0);
  });

  it('stores what is read again after its file was forgotten', async () => {
    follow(createReadingStore(db));
    await read(READING_MS + REPORT_PAUSE_MS);
    expect(await db.passages.count()).toBe(1);
    await createErasure(db).forget({ kind: 'page', pageId: await hash(FILE.url) }, NOON);
    follower.beginAnew();
    await read(REPORT_PAUSE_MS + READING_MS + REPORT_PAUSE_MS);
    expect(await db.occurrences.toArray()).toMatchObject([{ filePage: 12, readCount: 1 }]);
  });
});
