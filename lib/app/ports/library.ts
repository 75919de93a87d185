import type { Interest } from '@/lib/domain/interests/model';
import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { JobCounts } from './job-queue';

/** How much there is of everything the learner would count. */
export interface StudyCounts {
  readonly pages: number;
  readonly passages: number;
  readonly interests: number;
  readonly exercises: number;
  readonly reviews: number;
}

/** What today holds: `due` counts exercises seen before, `fresh` those never asked. */
export interface StudyToday {
  readonly due: number;
  readonly fresh: number;
  readonly nextDueAt?: EpochMs;
  readonly answeredToday: number;
  readonly correctToday: number;
}

export interface PageSummary {
  readonly page: Page;
  readonly passageCount: number;
  readonly exerciseCount: number;
}

/** A passage where it stands on a page. */
export interface PlacedPassage {
  readonly passage: Passage;
  readonly occurrence: Occurrence;
  readonly exerciseCount: number;
}

export interface FoundPassage {
  readonly passage: Passage;
  readonly page: Page;
}

export interface InterestSummary {
  readonly interest: Interest;
  readonly passageCount: number;
  readonly exerciseCount: number;
  /** Pages that its passages stand on. */
  readonly pages: readonly Page[];
}

/** Pages read and words kept for a site. */
export interface SiteSummary {
  readonly origin: string;
  readonly pages: number;
  readonly passages: number;
}

/** What the learner has read and what came of it; reads only. */
export interface Library {
  counts(): Promise<StudyCounts>;
  today(now: EpochMs, studyDay: string): Promise<StudyToday>;
  jobs(): Promise<JobCounts>;
  /** Newest first; `matching` compares titles and addresses without regard to case. */
  pages(options: { readonly limit: number; readonly matching?: string }): Promise<PageSummary[]>;
  page(pageId: string): Promise<PageSummary | undefined>;
  /** In the order in which they stand on the page. */
  passagesOf(pageId: string): Promise<PlacedPassage[]>;
  /** Passages that hold the text, without regard to case, newest first. */
  search(text: string, limit: number): Promise<FoundPassage[]>;
  interests(): Promise<InterestSummary[]>;
  sites(): Promise<SiteSummary[]>;
}

/** How many rows of each kind an erasure removed. */
export type ErasureReceipt = Readonly<Record<string, number>>;

/** Deletion with all that follows from it, each call in one transaction. */
export interface Erasure {
  /** The passage on every page, with its vectors, mentions, exercises, reviews and jobs. */
  deletePassage(passageId: string, now: EpochMs): Promise<ErasureReceipt>;
  /** The page with its visits and every passage that stands on no other page. */
  deletePage(pageId: string, now: EpochMs): Promise<ErasureReceipt>;
  /** Every page of the site. */
  deleteSite(origin: string, now: EpochMs): Promise<ErasureReceipt>;
  /** Every row of every table. */
  eraseEverything(): Promise<ErasureReceipt>;
}
