import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Forgetting } from '@/lib/app/ports/erasure';
import { IMPORT_ORIGIN, importedUrl } from '@/lib/domain/imports/model';
import { createErasure } from '@/lib/storage/erasure/erasure';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { DAY_MS } from '../../support/planted-study';
import { buildPage, NOON } from '../../support/study-rows';

const YESTERDAY = NOON - DAY_MS;
const TODAY: Forgetting = { kind: 'period', from: NOON - 60_000, to: NOON + 60_000 };

let db: StudyDb;

beforeEach(async () => {
  db = createStudyDb(`imports-${Math.random()}`);
  for (const [id, addedAt] of Object.entries({ old: YESTERDAY, new: NOON })) {
    await db.imports.add({
      id,
      addedAt,
      title: id,
      format: 'epub',
      sections: 2,
      storedSections: 2,
      passageCount: 9,
    });
    await db.pages.bulkAdd(
      [0, 1].map((section) =>
        buildPage({
          id: `${id}-${section}`,
          url: importedUrl(id, section),
          origin: IMPORT_ORIGIN,
          firstSeenAt: addedAt,
          lastSeenAt: addedAt,
        }),
      ),
    );
    await db.bookmarks.add({ id, addedAt, url: `http://${id}.test:8080/page`, title: id });
  }
});

afterEach(() => db.delete());

const forget = (what: Forgetting) => createErasure(db).forget(what, NOON);
const imports = () => db.imports.toCollection().primaryKeys();
const bookmarks = () => db.bookmarks.toCollection().primaryKeys();

describe('texts that were brought in', () => {
  it('stay known while one of their pages is left', async () => {
    expect(await forget({ kind: 'page', pageId: 'new-0' })).not.toHaveProperty('imports');
    expect(await imports()).toEqual(['new', 'old']);
    expect(await forget({ kind: 'page', pageId: 'new-1' })).toMatchObject({ imports: 1 });
    expect(await imports()).toEqual(['old']);
  });

  it('go with the time in which they were added, and with all imports', async () => {
    expect(await forget(TODAY)).toMatchObject({ imports: 1, pages: 2 });
    expect(await imports()).toEqual(['old']);
    expect(await forget({ kind: 'site', site: IMPORT_ORIGIN })).toMatchObject({ imports: 1, pages: 2 });
    expect(await imports()).toEqual([]);
  });
});

describe('bookmarks', () => {
  it('go with their site, whatever the port, and with the time in which they were kept', async () => {
    expect(await forget(TODAY)).toMatchObject({ bookmarks: 1 });
    expect(await bookmarks()).toEqual(['old']);
    await forget({ kind: 'site', site: 'http://new.test' });
    expect(await bookmarks()).toEqual(['old']);
    await forget({ kind: 'site', site: 'http://old.test' });
    expect(await bookmarks()).toEqual([]);
  });

  it('go with everything', async () => {
    expect(await createErasure(db).forgetEverything()).toMatchObject({ imports: 2, bookmarks: 2, pages: 4 });
    expect([await imports(), await bookmarks()]).toEqual([[], []]);
  });
});
