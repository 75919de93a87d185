import type { LanguageMean } from '@/lib/domain/embedding/model';
import type { IndexedPassage } from '@/lib/domain/search/passage-table';
import type { Language } from '@/lib/domain/text/language';

/** What was written since the last look; `all` when it is not known one by one. */
export interface ReadingChanges {
  /** Passages added, changed or deleted. */
  readonly passageIds: ReadonlySet<string> | 'all';
  /** Passages that were read, perhaps again. */
  readonly readIds: ReadonlySet<string> | 'all';
}

/** What a search index is made of and kept up with. */
export interface SearchSource {
  /** Every passage there is, in portions. */
  passages(): AsyncIterable<readonly IndexedPassage[]>;
  /** Those of these passages that still exist. */
  passagesOf(passageIds: readonly string[]): Promise<IndexedPassage[]>;
  /** What those of these passages say that still exist. */
  textsOf(passageIds: readonly string[]): Promise<Map<string, string>>;
  passageIds(): Promise<string[]>;
  passageIdsOfInterest(interestId: string): Promise<Set<string>>;
  languageMeans(): Promise<Partial<Record<Language, LanguageMean>>>;
  /** What has been written since the last call, by whatever part of the extension. */
  takeChanges(): ReadingChanges;
}
