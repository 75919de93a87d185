import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLanguageMemory } from '@/lib/storage/language-memory';
import { createStudyDb, type StudyDb } from '@/lib/storage/study-db';
import { buildPassage } from '../support/study-rows';

let db: StudyDb;
beforeEach(() => {
  db = createStudyDb(`languages-${Math.random()}`);
});
afterEach(() => db.delete());

const named = (...ids: string[]) => new Map(ids.map((id) => [id, undefined]));

describe('createLanguageMemory', () => {
  it('knows the languages of the passages that are asked for', async () => {
    await db.passages.bulkPut([
      buildPassage({ id: 'a', lang: 'en' }),
      buildPassage({ id: 'b', lang: 'zh' }),
      buildPassage({ id: 'c', lang: 'other' }),
    ]);
    const languages = await createLanguageMemory(db).load(named('a', 'b', 'gone'));
    expect([...languages]).toEqual([
      ['a', 'en'],
      ['b', 'zh'],
    ]);
  });

  it('reads a row once, and forgets what is not asked for any more', async () => {
    await db.passages.bulkPut([buildPassage({ id: 'a', lang: 'en' }), buildPassage({ id: 'b', lang: 'zh' })]);
    const read: string[] = [];
    db.passages.hook('reading', (row) => {
      read.push(row.id);
      return row;
    });
    const memory = createLanguageMemory(db);
    await memory.load(named('a'));
    expect([...(await memory.load(named('a', 'b')))]).toHaveLength(2);
    expect([...(await memory.load(named('b')))]).toEqual([['b', 'zh']]);
    expect(read).toEqual(['a', 'b']);
  });

  it('reads more passages than go into one portion', async () => {
    const ids = Array.from({ length: 1_500 }, (_, i) => `p${i}`);
    await db.passages.bulkPut(ids.map((id) => buildPassage({ id, lang: 'en' })));
    expect((await createLanguageMemory(db).load(named(...ids))).size).toBe(1_500);
  });
});
