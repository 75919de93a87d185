import type { EpochMs } from '../shared/clock';
import type { TextLanguage } from '../text/language';

export const BLOCK_KINDS = [
  'prose',
  'list',
  'definition',
  'quote',
  'code',
  'maths',
  'table',
  'caption',
  'transcript',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A formula in a text, with the sources that the page carries for it. */
export interface Formula {
  /** Where its symbols stand in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly tex?: string;
  readonly mathml?: string;
}

/** What a text is made of beyond its characters. */
export interface TextForm {
  /** Programming language of code, in lower case, as the page names it. */
  readonly codeLanguage?: string;
  readonly formulas?: readonly Formula[];
}

/** How a passage came to be kept: it was in view long enough, the learner chose it, or brought the text in. */
export type CaptureMeans = 'read' | 'selected' | 'imported';

/** Where a block stands in its page, in the manner of the W3C TextQuoteSelector. */
export interface QuoteAnchor {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** A block of a page that was in view long enough, as the content script reports it. */
export interface ReadBlock extends TextForm {
  readonly text: string;
  readonly kind: BlockKind;
  readonly lang: TextLanguage;
  /** Headings above the block, outermost first. */
  readonly headingPath: readonly string[];
  /** Position among the blocks of the page, from 0. */
  readonly order: number;
  readonly anchor: QuoteAnchor;
  /** The learner's time that it was given so far, in milliseconds: texts in view share it, no moment counts twice. */
  readonly dwellMs: number;
  /** The learner's time from which the block counted as read, in milliseconds. */
  readonly requiredMs: number;
  /** Time that the learner's own speed needs for the text, in milliseconds. */
  readonly expectedMs: number;
  /** How often it came back into view after it had been read. */
  readonly rereads: number;
  /** Page of a file, from 1; absent on the web. */
  readonly filePage?: number;
}

/** What the reader reports of one visit: totals so far, and blocks that were read or seen for longer. */
export interface ReadingReport {
  readonly visit: {
    readonly visitId: string;
    readonly url: string;
    readonly title: string;
    readonly lang: TextLanguage;
    readonly activeMs: number;
    readonly scrollShare: number;
  };
  readonly blocks: readonly ReadBlock[];
}

/**
 * An address or a file that was read. `id` is the SHA-256 of the canonical URL. A file has no address: its `url` is
 * `pdf:` and the SHA-256 of its bytes, its `origin` is `pdf:`.
 */
export interface Page {
  readonly id: string;
  readonly url: string;
  readonly origin: string;
  readonly title: string;
  /** How the file was called when it was last read; absent on the web. */
  readonly fileName?: string;
  readonly lang: TextLanguage;
  readonly firstSeenAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  readonly activeMs: number;
  /** Largest share of the page scrolled into view, 0 to 1. */
  readonly scrollShare: number;
}

/** One document load of a page; `id` is made by the content script and makes repeated reports idempotent. */
export interface Visit {
  readonly id: string;
  readonly pageId: string;
  readonly startedAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  readonly activeMs: number;
  readonly scrollShare: number;
  /**
   * English words and Chinese characters of the passages read in this visit, each counted once; of listings and tables a
   * third. With `dwellByPassage` they tell the learner's speed.
   */
  readonly readWords: number;
  readonly readHanCharacters: number;
  /** The learner's time that each passage was given in this visit, in milliseconds, by passage id. */
  readonly dwellByPassage: Readonly<Record<string, number>>;
  /** How often a passage was read again in this visit, by passage id; passages that were not are absent. */
  readonly rereadsByPassage: Readonly<Record<string, number>>;
}

/** A text really read. `id` is the SHA-256 of origin and normalised text, so it is stored once however often it is read. */
export interface Passage extends TextForm {
  readonly id: string;
  readonly text: string;
  readonly kind: BlockKind;
  readonly lang: TextLanguage;
  readonly origin: string;
  readonly createdAt: EpochMs;
  /** Absent until the passage is assigned to an interest. */
  readonly interestId?: string;
}

/** A passage on a page. `id` is `${pageId}:${passageId}`. */
export interface Occurrence {
  readonly id: string;
  readonly pageId: string;
  readonly passageId: string;
  readonly order: number;
  readonly headingPath: readonly string[];
  readonly anchor: QuoteAnchor;
  /** The learner's time that it was given, summed over all visits, in milliseconds. */
  readonly dwellMs: number;
  /** Number of visits in which the passage was read. */
  readonly readCount: number;
  readonly lastVisitId: string;
  readonly lastReadAt: EpochMs;
  readonly means: CaptureMeans;
  /** When the learner chose it first; absent when it was only read. */
  readonly selectedAt?: EpochMs;
  /** The learner's time from which it counted as read when it was first kept, in milliseconds; 0 when the learner chose it. */
  readonly requiredMs: number;
  /** Time that the learner's own speed needed for it when it was last read, in milliseconds; 0 when unknown. */
  readonly expectedMs: number;
  /** How often it came back into view after it had been read, summed over all visits. */
  readonly rereads: number;
  /** Page of a file, from 1; absent on the web. */
  readonly filePage?: number;
}
