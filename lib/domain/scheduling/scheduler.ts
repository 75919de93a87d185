import {
  type Card,
  type CardInput,
  default_w,
  Rating as FsrsRating,
  forgetting_curve as forgettingCurve,
  fsrs,
  type Grade,
  State,
} from 'ts-fsrs';
import type { EpochMs } from '../shared/clock';
import { type LearningPhase, type MemoryState, RATINGS, type Rating } from './model';

export const DAY_MS = 86_400_000;

/** Probability of recall at which a reviewed exercise becomes due. */
const DESIRED_RETENTION = 0.9;

/** What a rating would do: the memory after it, and how long until the exercise is due again. */
export interface RatingOutcome {
  readonly memory: MemoryState;
  readonly intervalMs: number;
}

const GRADES: Readonly<Record<Rating, Grade>> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};

const PHASES: Readonly<Record<State, LearningPhase>> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

const STATES: Readonly<Record<LearningPhase, State>> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

const scheduler = fsrs({
  w: default_w,
  request_retention: DESIRED_RETENTION,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: ['1m', '10m'],
  relearning_steps: ['10m'],
});

/** Memory of an exercise that was never asked; it can be asked from `now` on. */
export function newMemory(now: EpochMs): MemoryState {
  return {
    phase: 'new',
    dueAt: now,
    stability: 0,
    difficulty: 0,
    scheduledDays: 0,
    learningStep: 0,
    reps: 0,
    lapses: 0,
  };
}

/**
 * The four outcomes of an answer at `now`, by FSRS-6 with its default parameters and without fuzz, so a preview is
 * exactly what a later answer at the same instant stores. Intervals never shrink from `again` to `easy`. A clock that
 * went back counts as no time passed.
 */
export function previewRatings(memory: MemoryState, now: EpochMs): Record<Rating, RatingOutcome> {
  const outcomes = scheduler.repeat(toCard(memory, now), now);
  const outcomeOf = (rating: Rating): RatingOutcome => {
    const after = fromCard(outcomes[GRADES[rating]].card, now);
    return { memory: after, intervalMs: after.dueAt - now };
  };
  return Object.fromEntries(RATINGS.map((rating) => [rating, outcomeOf(rating)])) as Record<
    Rating,
    RatingOutcome
  >;
}

/**
 * Predicted probability of recall at `now`, 0 to 1, by the FSRS-6 forgetting curve over the exact time since the last
 * answer; absent for an exercise that was never asked.
 */
export function retrievability(memory: MemoryState, now: EpochMs): number | undefined {
  if (memory.phase === 'new' || memory.lastReviewAt === undefined || memory.stability <= 0) return undefined;
  const elapsedDays = Math.max(0, now - memory.lastReviewAt) / DAY_MS;
  return forgettingCurve(default_w, elapsedDays, memory.stability);
}

/**
 * FSRS counts elapsed days by UTC dates, which would make "the next day" depend on the learner's distance from
 * Greenwich. Moving the last review to the time of day of `now` makes it whole periods of 24 hours everywhere.
 */
function toCard(memory: MemoryState, now: EpochMs): CardInput {
  const elapsedDays =
    memory.lastReviewAt === undefined ? 0 : Math.max(0, Math.floor((now - memory.lastReviewAt) / DAY_MS));
  return {
    state: STATES[memory.phase],
    due: memory.dueAt,
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: elapsedDays,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningStep,
    reps: memory.reps,
    lapses: memory.lapses,
    last_review: memory.lastReviewAt === undefined ? null : now - elapsedDays * DAY_MS,
  };
}

function fromCard(card: Card, now: EpochMs): MemoryState {
  return {
    phase: PHASES[card.state],
    dueAt: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningStep: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    lastReviewAt: now,
  };
}
