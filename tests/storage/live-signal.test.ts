import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { type Live, liveSignal } from '@/lib/ui/live-signal';
import { ENTROPY_CLOZE, HEAT_CLOZE } from '../support/readings';
import { storeExercises } from '../support/study-builders';

let db: StudyDb;

beforeEach(() => {
  db = createStudyDb(`live-${Math.random()}`);
});

afterEach(() => db.delete());

it('follows the tables that it reads, while somebody looks', async () => {
  const count = vi.fn(() => db.exercises.count());
  const exercises = liveSignal(count);
  expect(count).not.toHaveBeenCalled();

  const seen: Live<number>[] = [];
  const stop = effect(() => {
    seen.push(exercises.value);
  });
  await vi.waitUntil(() => seen.at(-1)?.state === 'ready');
  await storeExercises(db, [ENTROPY_CLOZE]);
  await vi.waitUntil(() => seen.length === 3);
  expect(seen).toEqual([{ state: 'loading' }, { state: 'ready', value: 0 }, { state: 'ready', value: 1 }]);

  stop();
  const asked = count.mock.calls.length;
  await storeExercises(db, [HEAT_CLOZE]);
  expect(count).toHaveBeenCalledTimes(asked);
});

it('asks once for all who look', async () => {
  await db.open();
  const count = vi.fn(() => db.exercises.count());
  const exercises = liveSignal(count);
  const stops = [effect(() => void exercises.value), effect(() => void exercises.value)];
  await vi.waitUntil(() => exercises.peek().state === 'ready');
  expect(count).toHaveBeenCalledTimes(1);
  for (const stop of stops) stop();
});

it('says when the query fails', async () => {
  const broken = liveSignal(() => Promise.reject(new DOMException('', 'UnknownError')));
  const stop = effect(() => void broken.value);
  await vi.waitUntil(() => broken.peek().state === 'failed');
  expect(broken.peek()).toMatchObject({ error: { name: 'UnknownError' } });
  stop();
});
