import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension';

const SITE = 'https://course.test/*';

let extension: FakeExtension;
let db: StudyDb;

beforeEach(async () => {
  extension = installFakeExtension();
  extension.granted.add('bookmarks');
  extension.granted.add(SITE);
  db = createStudyDb();
  await db.bookmarks.add({ id: 'b', url: 'https://course.test/a', title: 'A', addedAt: 1 });
  vi.resetModules();
  const { default: background } = await import('@/entrypoints/background');
  background.main();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

it('forgets the bookmarks when the learner takes the permission back in the browser', async () => {
  extension.withdraw('bookmarks');
  await vi.waitFor(async () => expect(await db.bookmarks.count()).toBe(0));
});

it('leaves them where another permission goes', async () => {
  extension.revoke(SITE);
  await vi.waitFor(() => expect(extension.registered.size).toBe(0));
  expect(await db.bookmarks.count()).toBe(1);
});
