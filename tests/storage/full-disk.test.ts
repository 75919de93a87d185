import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PreparedReading } from '@/lib/app/ports/reading-store';
import type { DiskRoom, DiskRoomState } from '@/lib/domain/shared/disk-room';
import { giveBackJobs } from '@/lib/storage/give-back-jobs';
import { createJobQueue } from '@/lib/storage/job-queue';
import { keepIfRoom } from '@/lib/storage/keep-if-room';
import { readMeta } from '@/lib/storage/meta';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createReviewStore } from '@/lib/storage/review-store';
import { createRoomGauge } from '@/lib/storage/room-gauge';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { liveSignal } from '@/lib/ui/live-signal';
import { buildExercise, buildMemory, buildPassage, NOON } from '../support/study-rows';

const ORIGIN = 'http://course.test';
const noRoom = () => new DOMException('', 'QuotaExceededError');

let db: StudyDb;
let room: DiskRoomState;
const gauge = { state: async () => room };

beforeEach(() => {
  db = createStudyDb(`full-${Math.random()}`);
  room = 'enough';
});

afterEach(() => db.delete());

const READING: PreparedReading = {
  page: { id: 'page-1', url: `${ORIGIN}/page-1`, origin: ORIGIN, title: 'A lesson', lang: 'en' },
  totals: { id: 'visit-1', activeMs: 10_000, scrollShare: 0.5, at: NOON },
  passages: [
    {
      passage: buildPassage(),
      order: 0,
      headingPath: [],
      anchor: { prefix: '', exact: 'Water', suffix: '' },
      dwellMs: 8_000,
      means: 'read',
      requiredMs: 1_500,
      expectedMs: 2_000,
      rereads: 0,
    },
  ],
};

/** Every row that is added to a table fails as it does on a full disk, so many times. */
function failWrites(table: 'reviews' | 'passages', times: number, then: () => void = () => {}) {
  let left = times;
  db[table].hook('creating', () => {
    if (left <= 0) return;
    left -= 1;
    then();
    throw noRoom();
  });
}

describe('what was read', () => {
  const store = () => createReadingStore(db, 100, gauge);

  it('is refused while room is short, and kept when it is handed in again later', async () => {
    room = 'short';
    expect(await store().record(READING)).toEqual({ ok: false, error: 'disk-full' });
    expect(await db.passages.count()).toBe(0);
    room = 'scarce';
    expect(await store().record(READING)).toMatchObject({ ok: true });
    expect(await db.passages.count()).toBe(1);
  });

  it('is refused when room runs out while it is written, and leaves nothing half', async () => {
    failWrites('passages', 1, () => {
      room = 'short';
    });
    expect(await store().record(READING)).toEqual({ ok: false, error: 'disk-full' });
    expect([await db.pages.count(), await db.visits.count(), await db.jobs.count()]).toEqual([0, 0, 0]);
  });

  it('fails as ever when a write fails though there is room', async () => {
    await expect(keepIfRoom(gauge, () => Promise.reject(noRoom()))).rejects.toThrow();
  });

  it('need not be noted as refused where there is no room for that either', async () => {
    db.captureLog.hook('creating', () => {
      throw noRoom();
    });
    await store().noteRefusal(ORIGIN, 'disk-full', NOON);
    await expect(store().noteRefusal(ORIGIN, 'paused', NOON)).rejects.toThrow();
  });
});

describe('an answer', () => {
  const exercise = buildExercise({ memory: buildMemory({ phase: 'review', dueAt: NOON }) });
  const write = () =>
    createReviewStore(db).write({
      review: {
        ...{ exerciseId: exercise.id, at: NOON, studyDay: '2026-03-02', rating: 'good', format: 'cloze' },
        ...{ answer: 'Celsius', correct: true, latencyMs: 1_000, before: exercise.memory },
      },
      after: { ...exercise.memory, reps: 1 },
    });

  beforeEach(() => db.exercises.add(exercise));

  it('is stored once when the ballast makes room for it', async () => {
    failWrites('reviews', 1);
    expect(await write()).toMatchObject({ ok: true });
    expect(await db.reviews.count()).toBe(1);
    expect((await db.exercises.get(exercise.id))?.memory.reps).toBe(1);
  });

  it('is reported as not stored when even that does not help, so that it waits', async () => {
    failWrites('reviews', 2);
    await expect(write()).rejects.toThrow();
    expect((await db.exercises.get(exercise.id))?.memory.reps).toBe(0);
    expect(await write()).toMatchObject({ ok: true });
  });
});

describe('a database that cannot be opened for want of room', () => {
  const refuseToOpen = () =>
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw noRoom();
    });

  it('opens again by itself with the next use', async () => {
    const refusal = refuseToOpen();
    await expect(db.exercises.count()).rejects.toThrow();
    refusal.mockRestore();
    await vi.waitFor(async () => expect(await db.exercises.count()).toBe(0));
  });

  it('is told to a surface, which then shows what there is without being opened anew', async () => {
    const refusal = refuseToOpen();
    const count = liveSignal(() => db.exercises.count());
    const stop = effect(() => void count.value);
    await vi.waitUntil(() => count.peek().state === 'failed');
    refusal.mockRestore();
    await vi.waitUntil(() => count.peek().state === 'ready', { timeout: 3_000 });
    stop();
  });

  it('stays closed when it was closed on purpose', async () => {
    await db.open();
    db.close();
    await expect(db.exercises.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    await expect(db.exercises.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
  });
});

it('gives jobs back without taking an attempt from them', async () => {
  const queue = createJobQueue(db);
  await queue.enqueue('embed', 'passage-1', NOON);
  await queue.claim({ kind: 'embed', owner: 'a worker', limit: 1, leaseMs: 60_000, now: NOON });
  await giveBackJobs(db, NOON);
  expect(await db.jobs.toArray()).toMatchObject([{ state: 'pending', attempts: 0, owner: '' }]);
});

describe('the gauge of room', () => {
  const MEGABYTE = 1_000_000;
  const measuring = (freeMegabytes: number) => {
    const measured: DiskRoom = { freeBytes: freeMegabytes * MEGABYTE, usedBytes: 0 };
    return createRoomGauge(db, async () => measured).state();
  };

  it('remembers that the disk is a large one, and so knows when it is nearly full', async () => {
    expect(await measuring(95)).toBe('enough');
    expect(await measuring(20_000)).toBe('enough');
    expect(await measuring(95)).toBe('short');
    expect(await readMeta(db, 'mostRoomBytes')).toBe(20_000 * MEGABYTE);
  });

  it('finds enough where the browser does not tell', async () => {
    expect(await createRoomGauge(db, async () => undefined).state()).toBe('enough');
  });

  it('goes by what it sees when the database does not open', async () => {
    db.close();
    expect(await measuring(5)).toBe('short');
  });
});
