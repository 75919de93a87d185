import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { SCHEMA_V1 } from '@/lib/storage/schema';
import { createStudyDb } from '@/lib/storage/study-db';
import { readDbFixture } from '../support/db-fixture';

const RELEASED = [{ version: 1, stores: SCHEMA_V1 }];

describe.each(RELEASED)('a database of schema version $version', ({ version, stores }) => {
  it('opens today with every row it had', async () => {
    const name = `migration-${version}`;
    const fixture = readDbFixture(version);
    const old = new Dexie(name);
    old.version(version).stores(stores);
    for (const [table, rows] of Object.entries(fixture)) await old.table(table).bulkAdd([...rows]);
    old.close();

    const db = createStudyDb(name);
    for (const table of db.tables) expect(await table.toArray()).toEqual(fixture[table.name]);
    await db.delete();
  });

  it('has a row in every table, so that no table goes untested', () => {
    const fixture = readDbFixture(version);
    expect(Object.entries(fixture).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect(Object.keys(fixture).sort()).toEqual(Object.keys(stores).sort());
  });
});
