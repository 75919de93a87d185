import type { Interest } from '@/lib/domain/interests/model';
import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';

/** A passage with where it was read last. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly place: Occurrence;
  readonly page: Page;
  /** Absent until it is assigned to one. */
  readonly interest: Interest | undefined;
}

/** What there is to show of passages that a search found; reads only. */
export interface FoundPassages {
  /** In the order of the ids. Passages that are not there (any more) are left out. */
  load(passageIds: readonly string[]): Promise<FoundPassage[]>;
  /** The id that begins so, of a passage that is there. */
  complete(idStart: string): Promise<string | undefined>;
}
