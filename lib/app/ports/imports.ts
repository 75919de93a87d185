import type { DecodingTrouble } from '@/lib/domain/imports/decode-text';
import type { ImportedBlock } from '@/lib/domain/imports/imported-block';
import type { MarkedUpText, MarkupPart } from '@/lib/domain/imports/markup';
import type { ImportedText } from '@/lib/domain/imports/model';
import type { Page } from '@/lib/domain/reading/model';
import type { Result } from '@/lib/domain/shared/result';
import type { PreparedPassage } from './reading-store';

/** Why a book cannot be opened. */
export type BookTrouble = 'broken' | 'too-large' | 'protected' | 'not-a-book' | DecodingTrouble;

/** Parses XML into a document in which nothing runs; undefined for what is no XML. */
export type ParseXml = (xml: string) => Document | undefined;

/** Turns files into markup. */
export interface TextFormats {
  /** Undefined for what nests too deep to be read as Markdown. */
  renderMarkdown(text: string): { readonly title: string; readonly markup: string } | undefined;
  readEpub(bytes: Uint8Array<ArrayBuffer>): Result<MarkedUpText, BookTrouble>;
}

export interface FoundBlocks {
  /** What the document calls itself; empty when it does not say. */
  readonly title: string;
  readonly blocks: readonly ImportedBlock[];
}

/** Finds the blocks of a document of the text, without running or loading anything in it. */
export type BlockFinder = (part: MarkupPart, isCancelled: () => boolean) => Promise<FoundBlocks>;

/** A section with its ids, ready to be written in one transaction. */
export interface PreparedSection {
  readonly page: Pick<Page, 'id' | 'url' | 'origin' | 'title' | 'lang'>;
  readonly passages: readonly PreparedPassage[];
}

/** A text that was brought in, and what has come of it so far. */
export interface ImportProgress extends ImportedText {
  /** The page that its first section is kept as; absent when none is left. */
  readonly firstPageId?: string;
  readonly passages: number;
  /** How many of the passages wait to be understood. */
  readonly waiting: number;
  readonly exercises: number;
}

export interface ImportStore {
  /** Notes that a text is brought in; one that is known goes on from where it stopped. */
  begin(text: Omit<ImportedText, 'storedSections'>): Promise<ImportedText>;
  /**
   * Writes page, passages, occurrences and jobs of the next section in one transaction. Storing one that is stored changes
   * nothing. Fails with `no-room` when too much waits already, with `gone` when the text was forgotten meanwhile, with
   * `disk-full` when the disk has no room left.
   *
   * @param index of the section in its text, from 0
   */
  storeSection(
    importId: string,
    index: number,
    section: PreparedSection,
  ): Promise<Result<null, 'no-room' | 'gone' | 'disk-full'>>;
  /** Newest first. */
  list(): Promise<ImportProgress[]>;
}
