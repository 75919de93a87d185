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
  /** Blocks of the whole text; those that stand in it twice are one passage. */
  readonly passageCount: number;
}

/** Stands where a page of the web has its origin. */
export const IMPORT_ORIGIN = 'import:';

/** Address of a section of a text that was brought in; stands where a page of the web has its URL. Sections count from 0. */
export function importedUrl(importId: string, section: number): string {
  return `${IMPORT_ORIGIN}${importId}#${section}`;
}

/** The text that a page is a section of; absent for a page of the web or a file that was read. */
export function importIdOf(url: string): string | undefined {
  return url.startsWith(IMPORT_ORIGIN) ? url.slice(IMPORT_ORIGIN.length).split('#')[0] : undefined;
}

/** A bookmark of the browser, kept for later suggestions; its page is never fetched. `id` is the SHA-256 of the address. */
export interface Bookmark {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly addedAt: EpochMs;
}
