import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';

/** A passage where it stands on a page. */
export interface StoredSource {
  readonly page: Page;
  readonly passage: Passage;
  readonly place: Occurrence;
  /** Other passages that stood on the page together with it. */
  readonly beside: readonly Occurrence[];
}

export interface SourceStore {
  /** On the given page, else where it was read last. Absent when it is gone. */
  find(passageId: string, pageId?: string): Promise<StoredSource | undefined>;
}
