import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureFileReading } from '@/lib/app/capture-file-reading';
import type { Settings } from '@/lib/app/ports/settings';
import { fileReaderAddress, fileUrl } from '@/lib/domain/reading/file-address';
import type { ReadBlock, ReadingReport } from '@/lib/domain/reading/model';
import { sha256Hex } from '@/lib/platform/sha256';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { createMemorySettings } from '../support/memory-ports';
import { NOON } from '../support/study-rows';

const FILE = { url: fileUrl('ab'.repeat(32)), name: 'bees.pdf' };
let db: StudyDb;

beforeEach(() => {
  db = createStudyDb(`files-${Math.random()}`);
});

afterEach(() => db.delete());

function block(text: string, filePage: number): ReadBlock {
  return {
    text,
    kind: 'prose',
    lang: 'en',
    headingPath: ['Bees', 'Direction'],
    order: filePage * 1_000,
    anchor: { prefix: '', exact: text, suffix: '' },
    dwellMs: 4_000,
    requiredMs: 2_000,
    expectedMs: 5_000,
    rereads: 0,
    filePage,
  };
}

function report(visitId: string, ...blocks: readonly ReadBlock[]): ReadingReport {
  const { url } = FILE;
  return {
    visit: { visitId, url, title: 'How bees dance', lang: 'en', activeMs: 9_000, scrollShare: 0.4 },
    blocks,
  };
}

function capture(reading: ReadingReport, settings: Partial<Settings> = {}, file = FILE) {
  const ports = { readings: createReadingStore(db), settings: createMemorySettings(settings) };
  return captureFileReading({ ...ports, hash: sha256Hex, now: () => NOON }, reading, file);
}

const DANCE = block('The angle of the run equals the angle between food and sun.', 12);
const NEST = block('A quorum of about twenty scouts decides where the swarm goes.', 30);

describe('what was read of a file', () => {
  it('is kept with its page, under the file and not under an address', async () => {
    expect(await capture(report('1'.repeat(32), DANCE))).toMatchObject({
      ok: true,
      value: { newPassages: 1 },
    });
    expect(await db.pages.toArray()).toMatchObject([
      {
        id: await sha256Hex(FILE.url),
        url: FILE.url,
        origin: 'pdf:',
        title: 'How bees dance',
        fileName: 'bees.pdf',
      },
    ]);
    expect(await db.passages.toArray()).toMatchObject([{ text: DANCE.text, origin: 'pdf:' }]);
    expect(await db.occurrences.toArray()).toMatchObject([
      { filePage: 12, means: 'read', headingPath: DANCE.headingPath },
    ]);
    expect(await db.jobs.toArray()).toMatchObject([{ kind: 'embed' }]);
  });

  it('is one page and one row for each passage, however often and under whatever name it is opened', async () => {
    await capture(report('1'.repeat(32), DANCE));
    await capture(report('2'.repeat(32), DANCE, NEST), {}, { ...FILE, name: 'bees (1).pdf' });
    expect(await db.pages.toArray()).toMatchObject([{ fileName: 'bees (1).pdf' }]);
    expect(await db.visits.count()).toBe(2);
    expect(await db.passages.count()).toBe(2);
    const [dance] = await db.occurrences
      .where('passageId')
      .anyOf(await db.passages.toCollection().primaryKeys())
      .sortBy('order');
    expect(dance).toMatchObject({ readCount: 2, dwellMs: 8_000 });
  });

  it('holds no card number, neither in its text nor in its name', async () => {
    const name = 'invoice 4111 1111 1111 1111.pdf';
    await capture(
      report('1'.repeat(32), block('Pay with 4111 1111 1111 1111 before noon.', 1)),
      {},
      { ...FILE, name },
    );
    expect(JSON.stringify([await db.pages.toArray(), await db.passages.toArray()])).not.toContain(
      '1111 1111',
    );
  });

  it.each([
    ['without consent', { hasConsented: false }, 'no-consent'],
    ['while everything is paused', { paused: true }, 'paused'],
    ['while files are paused', { pausedOrigins: ['pdf:'] }, 'paused'],
  ] as const)('is not kept %s', async (_, settings, error) => {
    expect(await capture(report('1'.repeat(32), DANCE), settings)).toEqual({ ok: false, error });
    expect(await db.pages.count()).toBe(0);
    expect(await db.captureLog.toArray()).toMatchObject([
      { origin: 'pdf:', decision: 'refused', reason: error },
    ]);
  });

  it('is not kept when the learner pauses while it is prepared', async () => {
    const settings = createMemorySettings();
    const ports = { readings: createReadingStore(db), settings, now: () => NOON };
    const hash = (text: string) => settings.update({ paused: true }).then(() => sha256Hex(text));
    const captured = await captureFileReading({ ...ports, hash }, report('1'.repeat(32), DANCE), FILE);
    expect(captured).toEqual({ ok: false, error: 'paused' });
    expect(await db.passages.count()).toBe(0);
  });
});

describe('the address of a place in a file', () => {
  it('leads to our own reader and holds no file name', () => {
    expect(fileReaderAddress(FILE.url, 'p1')).toBe(`pdf-reader.html?file=${'ab'.repeat(32)}&passage=p1`);
  });
});
