import type { Page } from 'playwright-core';
import { DATABASE_NAME } from '@/lib/storage/study-db';
import type { StudyRows } from './course-study';

interface Seed {
  readonly database: string;
  readonly rows: StudyRows;
}

/** Runs in a page of the extension. */
function putRows({ database, rows }: Seed): Promise<void> {
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
  await page.evaluate(putRows, { database: DATABASE_NAME, rows });
}
