import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFoundPassages } from '@/lib/storage/found-passages';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildInterest, buildOccurrence, buildPage, buildPassage, NOON } from '../support/study-rows';

let db: StudyDb;

beforeEach(async () => {
  db = createStudyDb(`found-${Math.random()}`);
  await db.pages.bulkAdd([buildPage({ id: 'old' }), buildPage({ id: 'new' })]);
  await db.passages.bulkAdd([
    buildPassage({ id: 'a1', interestId: 'heat' }),
    buildPassage({ id: 'b2' }),
    buildPassage({ id: 'lost' }),
  ]);
  await db.occurrences.bulkAdd([
    buildOccurrence({ pageId: 'new', passageId: 'a1', lastReadAt: NOON }),
    buildOccurrence({ pageId: 'old', passageId: 'a1', lastReadAt: NOON - 1 }),
    buildOccurrence({ pageId: 'old', passageId: 'b2' }),
  ]);
  await db.interests.add(buildInterest({ id: 'heat' }));
});

afterEach(() => db.delete());

it('gives passages in the order asked for, each where it was read last, without those that are gone', async () => {
  const found = await createFoundPassages(db).load(['b2', 'gone', 'lost', 'a1']);
  expect(found.map(({ passage, page, interest }) => [passage.id, page.id, interest?.id])).toEqual([
    ['b2', 'old', undefined],
    ['a1', 'new', 'heat'],
  ]);
});

it('completes the beginning of an id, as long as there is one', async () => {
  const found = createFoundPassages(db);
  expect(await found.complete('a')).toBe('a1');
  expect(await found.complete('c')).toBeUndefined();
  expect(await found.complete('')).toBeUndefined();
});
