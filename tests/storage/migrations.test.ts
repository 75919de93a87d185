import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { headsOf, packIds } from '@/lib/domain/embedding/passage-ids';
import { SCHEMA_V1, SCHEMA_V2, SCHEMA_V3 } from '@/lib/storage/schema';
import { createStudyDb } from '@/lib/storage/study-db';
import { upgradeToV2 } from '@/lib/storage/upgrade-to-v2';
import { type DbFixture, readDbFixture } from '../support/db-fixture';

const RELEASED = [
  { version: 1, stores: SCHEMA_V1 },
  { version: 2, stores: { ...SCHEMA_V1, ...SCHEMA_V2 } },
  { version: 3, stores: { ...SCHEMA_V1, ...SCHEMA_V2, ...SCHEMA_V3 } },
];

type Row = Record<string, unknown>;

const TABLES = Object.keys({ ...SCHEMA_V1, ...SCHEMA_V2, ...SCHEMA_V3 });

const UNTIL_V3 = {
  jobs: ({ reason, ...row }: Row) => ({
    ...row,
    lane: 'view',
    ...(reason !== undefined && { trouble: 'unexpected', detail: reason }),
  }),
  vectorChunks: ({ passageIds, ...row }: Row) => {
    const ids = passageIds as string[];
    return { ...row, count: ids.length, passageIds: packIds(ids) };
  },
};

/** Rows that upgrades add, by table. */
const ADDED: Readonly<Record<number, Readonly<Record<string, readonly Row[]>>>> = {
  1: ofVectors(),
  2: ofVectors(),
};

function ofVectors() {
  const modelId = 'multilingual-e5-small-en-zh';
  return {
    vectorDirectory: [{ id: 1, modelId, count: 1, heads: headsOf(packIds(['passage-1'])) }],
    meta: [{ name: 'vectorSpace', value: { modelId } }],
  };
}

/** How rows of a version look today, by table; the others look as they did. */
const CHANGED: Readonly<Record<number, Readonly<Record<string, (row: Row) => Row>>>> = {
  2: UNTIL_V3,
  1: {
    ...UNTIL_V3,
    visits: (row) => ({
      ...row,
      readWords: 0,
      readHanCharacters: 0,
      dwellByPassage: {},
      rereadsByPassage: {},
    }),
    occurrences: (row) => ({ ...row, means: 'read', requiredMs: 0, expectedMs: 0, rereads: 0 }),
    captureLog: (row) => (row.seq === 3 ? row : { ...row, reason: 'read', passages: row.seq === 2 ? 2 : 0 }),
  },
};

let name = '';
afterEach(() => Dexie.delete(name));

async function createOld(version: number, stores: Readonly<Record<string, string>>, fixture: DbFixture) {
  name = `migration-${Math.random()}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, rows] of Object.entries(fixture)) await old.table(table).bulkAdd([...rows]);
  old.close();
}

async function rowsOf(db: Dexie): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables);
}

describe.each(RELEASED)('a database of schema version $version', ({ version, stores }) => {
  const fixture = readDbFixture(version);

  it('opens today with every row it had', async () => {
    await createOld(version, stores, fixture);
    const db = createStudyDb(name);
    const expected = TABLES.map((table) => {
      const change = CHANGED[version]?.[table] ?? ((row: Row) => row);
      return [table, [...(fixture[table] ?? []).map(change), ...(ADDED[version]?.[table] ?? [])]] as const;
    });
    expect(await rowsOf(db)).toEqual(Object.fromEntries(expected));
    db.close();
  });

  it('has a row in every table, so that no table goes untested', () => {
    expect(Object.entries(fixture).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect(Object.keys(fixture).sort()).toEqual(Object.keys(stores).sort());
  });
});

describe('an upgrade that fails', () => {
  it('leaves version 1 as it was, to be upgraded another time', async () => {
    const fixture = readDbFixture(1);
    await createOld(1, SCHEMA_V1, fixture);
    const failing = new Dexie(name);
    failing.version(1).stores(SCHEMA_V1);
    failing
      .version(2)
      .stores(SCHEMA_V2)
      .upgrade(async (transaction) => {
        await upgradeToV2(transaction);
        throw new Error('The disk is full');
      });
    await expect(failing.open()).rejects.toThrow('The disk is full');
    failing.close();

    const old = new Dexie(name);
    old.version(1).stores(SCHEMA_V1);
    await old.open();
    expect(old.verno).toBe(1);
    expect(await rowsOf(old)).toEqual(fixture);
    old.close();

    const db = createStudyDb(name);
    expect(await db.visits.toArray()).toMatchObject([{ readWords: 0 }]);
    db.close();
  });
});

describe('an upgrade that runs again', () => {
  it('changes nothing that was measured since', async () => {
    const fixture = readDbFixture(2);
    await createOld(
      1,
      { ...SCHEMA_V1, ...SCHEMA_V2 },
      { visits: fixture.visits ?? [], occurrences: fixture.occurrences ?? [] },
    );
    const db = createStudyDb(name);
    expect(await db.visits.toArray()).toEqual(fixture.visits);
    expect(await db.occurrences.toArray()).toEqual(fixture.occurrences);
    db.close();
  });
});
