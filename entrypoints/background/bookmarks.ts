import { dropUnallowedBookmarks } from '@/lib/app/keep-bookmarks';
import { createBookmarkAccess, onBookmarksWithdrawn } from '@/lib/platform/bookmarks';
import { runNoted } from '@/lib/platform/logger';
import { createBookmarkStore } from '@/lib/storage/bookmark-store';
import type { BackgroundParts } from './parts';

/** Bookmarks are kept only as long as the learner lets them be looked at. */
export function listenToBookmarks({ db }: BackgroundParts): void {
  const ports = { access: createBookmarkAccess(), bookmarks: createBookmarkStore(db) };
  onBookmarksWithdrawn(() => runNoted('bookmarks.drop', () => dropUnallowedBookmarks(ports)));
}
