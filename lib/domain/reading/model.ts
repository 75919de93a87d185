import type { EpochMs } from '../shared/clock';
import type { TextLanguage } from '../text/language';

export type BlockKind = 'prose' | 'list' | 'quote' | 'code' | 'maths' | 'table' | 'caption';

/** Where a block stands in its page, in the manner of the W3C TextQuoteSelector. */
export interface QuoteAnchor {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** A block of a page that was in view long enough, as the content script reports it. */
export interface ReadBlock {
  readonly text: string;
  readonly kind: BlockKind;
  readonly lang: TextLanguage;
  /** Headings above the block, outermost first. */
  readonly headingPath: readonly string[];
  /** Position among the blocks of the page, from 0. */
  readonly order: number;
  readonly anchor: QuoteAnchor;
  /** Time in view so far, in milliseconds. */
  readonly dwellMs: number;
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

/** A canonical address that was read. `id` is the SHA-256 of the canonical URL. */
export interface Page {
  readonly id: string;
  readonly url: string;
  readonly origin: string;
  readonly title: string;
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
  /** Time in view of each passage during this visit, in milliseconds, by passage id. */
  readonly dwellByPassage: Readonly<Record<string, number>>;
}

/** A text really read. `id` is the SHA-256 of origin and normalised text, so it is stored once however often it is read. */
export interface Passage {
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
  /** Time in view, summed over all visits, in milliseconds. */
  readonly dwellMs: number;
  /** Number of visits in which the passage was read. */
  readonly readCount: number;
  readonly lastVisitId: string;
  readonly lastReadAt: EpochMs;
}
