import type { Interest } from '@/lib/domain/interests/model';
import type { CaptureDecision } from '@/lib/domain/reading/capture-decision';
import type { Occurrence, Page, Passage } from '@/lib/domain/reading/model';
import type { SearchFilters } from '@/lib/domain/search/model';
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

export interface InterestSummary {
  readonly interest: Interest;
  readonly passageCount: number;
  readonly exerciseCount: number;
  /** Pages that its passages stand on. */
  readonly pages: readonly Page[];
}

/** Pages read and words kept for a site, whatever its port. */
export interface SiteSummary {
  /** Scheme and host; `pdf:` for files. */
  readonly site: string;
  readonly pages: number;
  readonly passages: number;
}

export interface PageQuery {
  readonly limit: number;
  /** Words that title or address hold, each of them, without regard to case. */
  readonly matching?: string;
  readonly filters?: SearchFilters;
}

/** What the learner has read and what came of it; reads only. */
export interface Library {
  counts(): Promise<StudyCounts>;
  today(now: EpochMs, studyDay: string): Promise<StudyToday>;
  jobs(): Promise<JobCounts>;
  /** Newest first. */
  pages(query: PageQuery): Promise<PageSummary[]>;
  page(pageId: string): Promise<PageSummary | undefined>;
  /** In the order in which they stand on the page. */
  passagesOf(pageId: string): Promise<PlacedPassage[]>;
  interests(): Promise<InterestSummary[]>;
  /** What the interests are called, largest first. */
  interestNames(): Promise<Pick<Interest, 'id' | 'labels'>[]>;
  sites(): Promise<SiteSummary[]>;
  /** The last decisions about capturing, newest first. */
  decisions(): Promise<CaptureDecision[]>;
}
