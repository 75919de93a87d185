import type { Bookmark } from '@/lib/domain/imports/model';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** A bookmark as the browser has it. */
export interface BrowserBookmark {
  readonly url: string;
  readonly title: string;
  /** Absent where the browser does not know. */
  readonly addedAt?: EpochMs;
}

/** The bookmarks of the browser, once the learner lets them be looked at. */
export interface BookmarkAccess {
  isAllowed(): Promise<boolean>;
  /** Must be called straight from a click. */
  request(): Promise<boolean>;
  giveBack(): Promise<void>;
  /** All bookmarks, whatever folder they lie in. */
  read(): Promise<BrowserBookmark[]>;
}

export interface BookmarkStore {
  /** Puts these in the place of all that are kept, in one transaction. */
  replaceAll(bookmarks: readonly Bookmark[]): Promise<void>;
  clear(): Promise<void>;
  count(): Promise<number>;
}
