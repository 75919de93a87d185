import type { Page } from 'playwright-core';
import { unpackIds } from '@/lib/domain/embedding/passage-ids';
import type { TableRows, VectorChunk } from '@/lib/storage/schema';
import { DATABASE_NAME } from '@/lib/storage/study-db';

/** Runs in an inert page of the extension. Never creates the database: a missing one has no rows. */
function readRows({ database, table }: { database: string; table: string }): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains(table)) {
        db.close();
        resolve([]);
        return;
      }
      const reading = db.transaction(table).objectStore(table).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        db.close();
        resolve(reading.result);
      };
    };
  });
}

/** All rows of a table of the learner's database, as stored; an `ArrayBuffer` arrives as an empty object. */
export function readTable<Name extends keyof TableRows>(page: Page, table: Name): Promise<TableRows[Name][]> {
  return page.evaluate(readRows, { database: DATABASE_NAME, table }) as Promise<TableRows[Name][]>;
}

/** An expression for all rows of a table, for where no function can be handed over. */
export function rowsExpression(table: keyof TableRows): string {
  return `(${readRows})(${JSON.stringify({ database: DATABASE_NAME, table })})`;
}

/** Passages of stored chunks of vectors, whose packed ids arrive as plain numbers by their place. */
export function passageIdsIn(chunks: readonly Pick<VectorChunk, 'passageIds'>[]): string[] {
  return chunks.flatMap(({ passageIds }) => unpackIds(Uint8Array.from(Object.values(passageIds))));
}
