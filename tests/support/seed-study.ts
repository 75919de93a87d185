import type { Page } from 'playwright-core';
import { DATABASE_NAME } from '@/lib/storage/study-db';
import type { StudyRows } from './course-study';

interface Seed {
  readonly database: string;
  /** Rows by table as JSON, in which `{ floats }` and `{ bytes }` stand for binary data. */
  readonly json: string;
}

/** Runs in a page of the extension. */
function putRows({ database, json }: Seed): Promise<void> {
  const rows: Record<string, unknown[]> = JSON.parse(json, (_, value) => {
    if (Array.isArray(value?.floats)) return Float32Array.from(value.floats);
    return Array.isArray(value?.bytes) ? Uint8Array.from(value.bytes).buffer : value;
  });
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const writing = db.transaction(Object.keys(rows), 'readwrite');
      for (const [table, list] of Object.entries(rows))
        for (const row of list) writing.objectStore(table).put(row);
      writing.onabort = () => reject(writing.error);
      writing.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

/** Stores rows in the learner's database, which the page has opened before. Reload the page to see them. */
export async function seedStudy(page: Page, rows: StudyRows): Promise<void> {
  const json = JSON.stringify(rows, (_, value) => {
    if (value instanceof Float32Array) return { floats: [...value] };
    return value instanceof ArrayBuffer ? { bytes: [...new Uint8Array(value)] } : value;
  });
  await page.evaluate(putRows, { database: DATABASE_NAME, json });
}
