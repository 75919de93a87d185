import type { BookmarkStore } from '@/lib/app/ports/bookmarks';
import type { StudyDb } from './study-db';

/** Titles and addresses of the browser's bookmarks. */
export function createBookmarkStore(db: StudyDb): BookmarkStore {
  return {
    replaceAll: (bookmarks) =>
      db.transaction('rw', db.bookmarks, async () => {
        await db.bookmarks.clear();
        await db.bookmarks.bulkPut([...bookmarks]);
      }),
    clear: () => db.bookmarks.clear(),
    count: () => db.bookmarks.count(),
  };
}
