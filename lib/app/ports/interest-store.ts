import type { Job } from '@/lib/app/job';
import type { Interest } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** What labels are made from: how often each concept is mentioned in each passage. */
export interface MentionCount {
  readonly passageId: string;
  readonly conceptId: string;
  readonly label: string;
  readonly count: number;
}

export interface RefitInput {
  readonly passages: readonly Passage[];
  readonly interests: readonly Interest[];
  readonly mentions: readonly MentionCount[];
  /** Votes for other numbers of clusters by earlier refits (hysteresis). */
  readonly previousK: number;
}

export interface InterestStore {
  list(): Promise<Interest[]>;
  loadForRefit(): Promise<RefitInput>;
  /** Replaces the interests and all assignments and completes the job, in one transaction. */
  completeRefit(
    job: Job,
    interests: readonly Interest[],
    assignments: ReadonlyMap<string, string>,
    now: EpochMs,
  ): Promise<void>;
}
