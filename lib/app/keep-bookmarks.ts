import type { Bookmark } from '@/lib/domain/imports/model';
import { redactAddress, redactSecrets } from '@/lib/domain/privacy/redact';
import { refusalFor } from '@/lib/domain/privacy/refusal-list';
import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import { siteOf } from '@/lib/domain/reading/site';
import type { Clock } from '@/lib/domain/shared/clock';
import type { BookmarkAccess, BookmarkStore, BrowserBookmark } from './ports/bookmarks';
import type { SettingsStore } from './ports/settings';

export interface BookmarkPorts {
  readonly access: BookmarkAccess;
  readonly bookmarks: BookmarkStore;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** SHA-256 as hex digits. */
  readonly hash: (text: string) => Promise<string>;
  readonly now: Clock;
}

/** Collections that grow for decades stay below it; the newest are kept. */
export const MOST_BOOKMARKS = 20_000;

const TITLE_CHARS = 500;

/**
 * Keeps titles and addresses of the browser's bookmarks, in the place of those that were kept before; no page is opened.
 * Left out are addresses on private networks and those of the kinds of sites that are left alone.
 */
export async function keepBookmarks(ports: BookmarkPorts): Promise<void> {
  const { access, bookmarks, settings, now } = ports;
  if (!(await settings.read()).hasConsented || !(await access.isAllowed())) return;
  const at = now();
  const known = (await access.read()).filter(({ url }) => isKept(url));
  const newest = known.toSorted((one, other) => (other.addedAt ?? 0) - (one.addedAt ?? 0));
  const rows = await Promise.all(
    newest.slice(0, MOST_BOOKMARKS).map((bookmark) => toRow(bookmark, ports.hash, at)),
  );
  await bookmarks.replaceAll([...new Map(rows.map((row) => [row.id, row])).values()]);
  await dropUnallowedBookmarks(ports);
}

/** Forgets them when the learner takes the permission back, in whatever way, also while they were being read. */
export async function dropUnallowedBookmarks({
  access,
  bookmarks,
}: Pick<BookmarkPorts, 'access' | 'bookmarks'>): Promise<void> {
  if (!(await access.isAllowed())) await bookmarks.clear();
}

function isKept(url: string): boolean {
  return siteOf(url) !== undefined && refusalFor(url) === undefined;
}

async function toRow(
  { url, title, addedAt }: BrowserBookmark,
  hash: BookmarkPorts['hash'],
  at: number,
): Promise<Bookmark> {
  const address = redactAddress(canonicalUrl(url) ?? url);
  const words = redactSecrets(title).slice(0, TITLE_CHARS).toWellFormed();
  return { id: await hash(address), url: address, title: words, addedAt: addedAt ?? at };
}
