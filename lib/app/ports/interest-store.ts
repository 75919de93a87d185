import type { Job } from '@/lib/app/job';
import type { Interest, InterestFit, PassagePlace, PassageTerm } from '@/lib/domain/interests/model';
import type { Passage } from '@/lib/domain/reading/model';

/** What a refit looks at, apart from vectors and terms. */
export interface RefitInput {
  readonly passages: readonly Passage[];
  readonly places: readonly PassagePlace[];
  readonly interests: readonly Interest[];
  readonly lastFit?: InterestFit;
}

export interface Refit {
  readonly interests: readonly Interest[];
  /** Interest of each passage; one that is left out keeps its interest if that still exists. */
  readonly assignments: ReadonlyMap<string, string>;
  readonly fit: InterestFit;
}

export interface InterestStore {
  list(): Promise<Interest[]>;
  lastFit(): Promise<InterestFit | undefined>;
  loadForRefit(): Promise<RefitInput>;
  /** Terms of these passages, each concept once a passage. */
  termsOf(passageIds: Iterable<string>): Promise<PassageTerm[]>;
  /**
   * Replaces the interests and all assignments, recounts them and completes the job, in one transaction. Passages that
   * were deleted meanwhile are left out, and interests that have none left with them. Writes nothing when something was
   * forgotten meanwhile.
   */
  completeRefit(job: Job, refit: Refit): Promise<void>;
}
