import { Dexie } from 'dexie';
import type { ReviewStore, ReviewWrite, ReviewWriteError } from '@/lib/app/ports/review-store';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { LearningPhase, MemoryState, Review } from '@/lib/domain/scheduling/model';
import { studyDayBounds } from '@/lib/domain/scheduling/study-day';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { withBallast } from './ballast';
import { loadCards } from './review-cards';
import type { StudyDb } from './study-db';

const BY_DUE = '[status+memory.phase+memory.dueAt]';

/** Phases that can be due; `new` exercises wait for the daily allowance instead. */
const SCHEDULED_PHASES: readonly LearningPhase[] = ['learning', 'review', 'relearning'];

/** Exercises and answers in the study database. */
export function createReviewStore(db: StudyDb): ReviewStore {
  return {
    due: (now, limit) => dueExercises(db, now, limit),
    fresh: (limit) => inPhase(db, 'new', Dexie.minKey, Dexie.maxKey).limit(limit).toArray(),
    countDue: async (now) => {
      const counts = SCHEDULED_PHASES.map((phase) => inPhase(db, phase, Dexie.minKey, now).count());
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
    countFreshAsked: (studyDay) => countFreshAsked(db, studyDay),
    nextDueAt: (now) => nextDueAt(db, now),
    cards: (exerciseIds) => loadCards(db, exerciseIds),
    write: (write) => withBallast(() => writeReview(db, write)),
    undoLatest: (since, now) => withBallast(() => undoLatest(db, since, now)),
  };
}

/** Active exercises of one phase whose due instant lies in the range, earliest first. */
function inPhase(
  db: StudyDb,
  phase: LearningPhase,
  from: EpochMs | typeof Dexie.minKey,
  to: EpochMs | typeof Dexie.maxKey,
) {
  return db.exercises.where(BY_DUE).between(['active', phase, from], ['active', phase, to], true, true);
}

async function dueExercises(db: StudyDb, now: EpochMs, limit: number): Promise<Exercise[]> {
  const perPhase = await Promise.all(
    SCHEDULED_PHASES.map((phase) => inPhase(db, phase, Dexie.minKey, now).limit(limit).toArray()),
  );
  return perPhase
    .flat()
    .sort((a, b) => a.memory.dueAt - b.memory.dueAt)
    .slice(0, limit);
}

async function nextDueAt(db: StudyDb, now: EpochMs): Promise<EpochMs | undefined> {
  const firsts = await Promise.all(
    SCHEDULED_PHASES.map((phase) => inPhase(db, phase, now + 1, Dexie.maxKey).first()),
  );
  const instants = firsts.flatMap((exercise) => (exercise === undefined ? [] : [exercise.memory.dueAt]));
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

function countFreshAsked(db: StudyDb, studyDay: string): Promise<number> {
  const { start, end } = studyDayBounds(studyDay);
  return db.reviews
    .where('at')
    .between(start, end, true, true)
    .filter(
      (review) =>
        review.studyDay === studyDay && review.before.phase === 'new' && review.undoneAt === undefined,
    )
    .count();
}

function writeReview(
  db: StudyDb,
  { review, after }: ReviewWrite,
): Promise<{ ok: true; seq: number } | { ok: false; error: ReviewWriteError }> {
  return db.transaction('rw', db.exercises, db.reviews, async () => {
    const exercise = await db.exercises.get(review.exerciseId);
    if (exercise === undefined) return { ok: false, error: 'exercise-gone' };
    if (!isSameMemory(exercise.memory, review.before)) return { ok: false, error: 'already-reviewed' };
    await db.exercises.update(review.exerciseId, { memory: after });
    return { ok: true, seq: await db.reviews.add({ ...review }) };
  });
}

function undoLatest(db: StudyDb, since: EpochMs, now: EpochMs): Promise<Review | undefined> {
  return db.transaction('rw', db.exercises, db.reviews, async () => {
    const review = await db.reviews
      .orderBy('seq')
      .reverse()
      .until(({ at }) => at < since)
      .filter(({ undoneAt }) => undoneAt === undefined)
      .first();
    if (review === undefined) return undefined;
    await db.reviews.update(review.seq, { undoneAt: now });
    await db.exercises.update(review.exerciseId, { memory: review.before });
    return { ...review, undoneAt: now };
  });
}

function isSameMemory(a: MemoryState, b: MemoryState): boolean {
  return (
    a.phase === b.phase &&
    a.dueAt === b.dueAt &&
    a.stability === b.stability &&
    a.difficulty === b.difficulty &&
    a.reps === b.reps &&
    a.lapses === b.lapses &&
    a.learningStep === b.learningStep &&
    a.scheduledDays === b.scheduledDays &&
    a.lastReviewAt === b.lastReviewAt
  );
}
