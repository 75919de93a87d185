import type { EpochMs } from '@/lib/domain/shared/clock';

/** What the learner wants forgotten. */
export type Forgetting =
  | { readonly kind: 'passage'; readonly passageId: string }
  /** Takes back that places were chosen; what was also read there stays. */
  | { readonly kind: 'selection'; readonly placeIds: readonly string[] }
  | { readonly kind: 'page'; readonly pageId: string }
  /** Scheme and host, whatever the port; `pdf:` stands for files, `import:` for texts that were brought in. */
  | { readonly kind: 'site'; readonly site: string }
  /** Every visit that touches the time from `from` until before `to`: what one visit read is not told apart by time. */
  | { readonly kind: 'period'; readonly from: EpochMs; readonly to: EpochMs }
  | { readonly kind: 'interest'; readonly interestId: string }
  /** A text that was brought in, with all its sections. */
  | { readonly kind: 'import'; readonly importId: string };

/**
 * Kinds of things that are kept, in the order in which they come to be: the tables of the database, then what lies beside
 * it. `vectorChunks` counts the vectors, not the chunks.
 */
export const KEPT_KINDS = [
  'pages',
  'visits',
  'passages',
  'occurrences',
  'vectorChunks',
  'words',
  'concepts',
  'mentions',
  'interests',
  'exercises',
  'reviews',
  'jobs',
  'events',
  'captureLog',
  'meta',
  'imports',
  'bookmarks',
  'cards',
  'drafts',
] as const;

export type KeptKind = (typeof KEPT_KINDS)[number];

/** How many of each kind were removed, or corrected where they are a sum over many; kinds without any may be absent. */
export type ErasureReceipt = Readonly<Partial<Record<KeptKind, number>>>;

/** What a learner would count of what a forgetting takes. */
export type ForgettingPreview = Readonly<Record<'pages' | 'passages' | 'exercises' | 'reviews', number>>;

/** Forgetting with all that follows from it, each call in one transaction over all tables. */
export interface Erasure {
  /** Changes nothing. */
  preview(what: Forgetting): Promise<ForgettingPreview>;
  /** Takes the reading and everything that was made of it. Doing it again removes nothing more. */
  forget(what: Forgetting, now: EpochMs): Promise<ErasureReceipt>;
  /** Every row of every table. */
  forgetEverything(): Promise<ErasureReceipt>;
}
