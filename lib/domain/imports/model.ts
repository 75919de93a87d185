import type { EpochMs } from '../shared/clock';

export type ImportFormat = 'text' | 'markdown' | 'html' | 'epub';

/**
 * A text that the learner brought in. `id` is the SHA-256 of its bytes, so bringing it again continues where it stopped.
 */
export interface ImportedText {
  readonly id: string;
  readonly title: string;
  readonly format: ImportFormat;
  readonly addedAt: EpochMs;
  /** Sections of the text (chapters of a book), and how many of them are stored. */
  readonly sections: number;
  readonly storedSections: number;
  /** Passages that came of it so far; progress is how many of them have a vector. */
  readonly passageCount: number;
}

/** A bookmark of the browser, kept for later suggestions; its page is never fetched. `id` is the SHA-256 of the address. */
export interface Bookmark {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly addedAt: EpochMs;
}
