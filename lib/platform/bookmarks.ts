import { type Browser, browser } from 'wxt/browser';
import type { BookmarkAccess, BrowserBookmark } from '@/lib/app/ports/bookmarks';

const PERMISSION: Browser.permissions.Permissions = { permissions: ['bookmarks'] };

/** The browser's bookmarks, behind a permission that is asked for when the learner wants it. */
export function createBookmarkAccess(): BookmarkAccess {
  return {
    isAllowed: () => browser.permissions.contains(PERMISSION),
    request: () => browser.permissions.request(PERMISSION),
    giveBack: async () => {
      await browser.permissions.remove(PERMISSION);
    },
    read: async () => listBookmarks(await browser.bookmarks.getTree()),
  };
}

/** Calls back when the learner takes the permission back. To be called in the worker's first turn. */
export function onBookmarksWithdrawn(listener: () => void): void {
  browser.permissions.onRemoved.addListener(({ permissions }) => {
    if (permissions?.includes('bookmarks')) listener();
  });
}

/** Folders lie within folders, without an end to it that anybody has set. */
function listBookmarks(roots: readonly Browser.bookmarks.BookmarkTreeNode[]): BrowserBookmark[] {
  const found: BrowserBookmark[] = [];
  const ahead = [...roots];
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    ahead.push(...(node.children ?? []));
    const { url, title, dateAdded } = node;
    if (url !== undefined) found.push({ url, title, ...(dateAdded !== undefined && { addedAt: dateAdded }) });
  }
  return found;
}
