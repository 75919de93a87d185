import type { ReviewStore } from '@/lib/app/ports/review-store';
import type { Exercise } from '@/lib/domain/exercises/model';
import { byUrgency, orderSession, takeTurns } from '@/lib/domain/scheduling/session';
import type { EpochMs } from '@/lib/domain/shared/clock';

export interface SessionOptions {
  readonly now: EpochMs;
  readonly studyDay: string;
  /** New exercises asked on one study day at most. */
  readonly newPerDay: number;
  /** Exercises in one session at most. */
  readonly size: number;
}

export interface Session {
  readonly exerciseIds: string[];
  /** All that are due, also beyond the session. */
  readonly dueCount: number;
  /** New ones in the session. */
  readonly freshCount: number;
  /** When the next exercise becomes due after `now`; absent when none is scheduled. */
  readonly nextDueAt?: EpochMs;
}

/** Overdue exercises considered for a session: more than it holds, since the longest overdue are not always the most urgent. */
const DUE_POOL = 200;

/** New exercises that those of a session are chosen from, so that one long page does not crowd out the others. */
const FRESH_POOL = 100;

/**
 * What to ask now: due exercises by urgency, then new ones as far as the daily allowance goes, in which interests and
 * languages take turns.
 */
export async function buildSession(
  { reviews }: { readonly reviews: ReviewStore },
  { now, studyDay, newPerDay, size }: SessionOptions,
): Promise<Session> {
  const [overdue, dueCount, freshAsked, nextDueAt] = await Promise.all([
    reviews.due(now, Math.max(size, DUE_POOL)),
    reviews.countDue(now),
    reviews.countFreshAsked(studyDay),
    reviews.nextDueAt(now),
  ]);
  const due = byUrgency(overdue, now).slice(0, size);
  const freshRoom = Math.min(size - due.length, newPerDay - freshAsked);
  const pool = freshRoom > 0 ? await reviews.fresh(Math.max(freshRoom, FRESH_POOL)) : [];
  const groups = await groupsOf(reviews, [...due, ...pool]);
  const groupOf = ({ id, passageId }: Exercise) => groups.get(id) ?? passageId;
  const fresh = takeTurns(pool, (exercise) => `${groupOf(exercise)} ${exercise.lang}`, freshRoom);
  const withGroup = (exercise: Exercise) => ({ id: exercise.id, group: groupOf(exercise) });
  return {
    exerciseIds: orderSession(due.map(withGroup), fresh.map(withGroup)),
    dueCount,
    freshCount: fresh.length,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
  };
}

async function groupsOf(
  reviews: ReviewStore,
  exercises: readonly Exercise[],
): Promise<ReadonlyMap<string, string>> {
  const cards = await reviews.cards(exercises.map(({ id }) => id));
  return new Map(
    cards.map(({ exercise, passage }) => [exercise.id, passage.interestId ?? exercise.passageId]),
  );
}
