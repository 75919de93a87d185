import type { ReadonlySignal } from '@preact/signals';
import type { Session } from '@/lib/app/build-session';
import type { EngineState } from '@/lib/app/ports/engine-status';
import type { QuestionCard } from '@/lib/app/ports/snapshot';
import type { GivenAnswer } from '@/lib/app/submit-review';
import type { MemoryState, Rating, Review } from '@/lib/domain/scheduling/model';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Live } from '@/lib/ui/live-signal';

/** What there is to ask and, when there is nothing, why. */
export interface StudySituation {
  readonly session: Session;
  readonly passageCount: number;
  readonly exerciseCount: number;
  /** Passages and pages that are still being worked on. */
  readonly waitingJobs: number;
  readonly engine: EngineState;
}

/**
 * The learner's database as the popup uses it. It is opened only after the first paint; until then, and when it cannot
 * be opened, the popup lives on its snapshot.
 */
export interface Study {
  readonly situation: ReadonlySignal<Live<StudySituation>>;
  plan(): Promise<Session>;
  cards(exerciseIds: readonly string[]): Promise<QuestionCard[]>;
  /** Time until the exercise is asked again, by rating, in milliseconds. */
  intervals(memory: MemoryState, now: EpochMs): Readonly<Record<Rating, number>>;
  /** False when the answer does not count: its exercise is gone, or was answered elsewhere. */
  save(given: GivenAnswer): Promise<boolean>;
  undo(since: EpochMs): Promise<Review | undefined>;
}
