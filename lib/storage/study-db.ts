import { Dexie, type EntityTable } from 'dexie';
import { reopenAfterFailure } from './reopen';
import { SCHEMA_V1, SCHEMA_V2, SCHEMA_V3, type TableRows } from './schema';
import { upgradeToV2 } from './upgrade-to-v2';
import { upgradeToV3 } from './upgrade-to-v3';

export const DATABASE_NAME = 'gleaner';

type PrimaryKey<Row> = Row extends { seq: number } ? 'seq' : Row extends { name: string } ? 'name' : 'id';

type Tables = {
  [Name in keyof TableRows]: EntityTable<
    TableRows[Name],
    PrimaryKey<TableRows[Name]> & keyof TableRows[Name]
  >;
};

/** The one database. Versions are append-only: a released version is never edited. */
export type StudyDb = Dexie & Tables;

/** Opens lazily on first use. `name` is for tests that need several databases. */
export function createStudyDb(name = DATABASE_NAME): StudyDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' }) as StudyDb;
  db.version(1).stores(SCHEMA_V1);
  db.version(2).stores(SCHEMA_V2).upgrade(upgradeToV2);
  db.version(3).stores(SCHEMA_V3).upgrade(upgradeToV3);
  reopenAfterFailure(db);
  return db;
}
