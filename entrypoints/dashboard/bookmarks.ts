import { keepBookmarks } from '@/lib/app/keep-bookmarks';
import type { SettingsStore } from '@/lib/app/ports/settings';
import { createBookmarkAccess } from '@/lib/platform/bookmarks';
import { sha256Hex } from '@/lib/platform/sha256';
import { createBookmarkStore } from '@/lib/storage/bookmark-store';
import type { StudyDb } from '@/lib/storage/study-db';
import type { BookmarksEnvironment } from '@/lib/ui/dashboard/bookmarks-model';

interface BookmarkParts {
  readonly db: StudyDb;
  readonly settings: SettingsStore;
  readonly clock: () => number;
}

/** What the section for bookmarks needs of browser and storage. */
export function createBookmarks({ db, settings, clock }: BookmarkParts): BookmarksEnvironment {
  const access = createBookmarkAccess();
  const bookmarks = createBookmarkStore(db);
  return {
    isAllowed: access.isAllowed,
    request: access.request,
    update: () => keepBookmarks({ access, bookmarks, settings, hash: sha256Hex, now: clock }),
    remove: async () => {
      await access.giveBack();
      await bookmarks.clear();
    },
    count: bookmarks.count,
  };
}
