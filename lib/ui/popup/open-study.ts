import { buildSession, type SessionOptions } from '@/lib/app/build-session';
import { loadQuestionCards } from '@/lib/app/question-cards';
import { SESSION_SIZE } from '@/lib/app/study-session';
import { submitReview } from '@/lib/app/submit-review';
import { undoReview } from '@/lib/app/undo-review';
import { RATINGS, type Rating } from '@/lib/domain/scheduling/model';
import { previewRatings } from '@/lib/domain/scheduling/scheduler';
import { studyDayOf } from '@/lib/domain/scheduling/study-day';
import type { Clock } from '@/lib/domain/shared/clock';
import { withBallast } from '@/lib/storage/ballast';
import { countWaitingJobs } from '@/lib/storage/job-queue';
import { readMeta } from '@/lib/storage/meta';
import { createReviewStore } from '@/lib/storage/review-store';
import type { StudyDb } from '@/lib/storage/study-db';
import { liveSignal } from '@/lib/ui/live-signal';
import type { Study } from './study';

export interface StudyEnvironment {
  readonly db: StudyDb;
  readonly clock: Clock;
  readonly utcOffsetMinutes: () => number;
  readonly newPerDay: () => Promise<number>;
}

/** Opens the database (its errors reject) and binds the use cases of a review to it. */
export async function openStudy({ db, clock, ...environment }: StudyEnvironment): Promise<Study> {
  await withBallast(() => db.open());
  const reviews = createReviewStore(db);
  const sessionOptions = async (): Promise<SessionOptions> => {
    const now = clock();
    const studyDay = studyDayOf(now, environment.utcOffsetMinutes());
    return { now, studyDay, newPerDay: await environment.newPerDay(), size: SESSION_SIZE };
  };
  const plan = async () => buildSession({ reviews }, await sessionOptions());
  return {
    plan,
    situation: liveSignal(async () => {
      const [session, passageCount, exerciseCount, waitingJobs, engine] = await Promise.all([
        plan(),
        db.passages.count(),
        db.exercises.count(),
        countWaitingJobs(db),
        readMeta(db, 'engineStatus'),
      ]);
      return { session, passageCount, exerciseCount, waitingJobs, engine: engine?.state ?? 'idle' };
    }),
    cards: (exerciseIds) => loadQuestionCards({ reviews }, exerciseIds, clock()),
    intervals: (memory, now) => {
      const outcomes = previewRatings(memory, now);
      const entries = RATINGS.map((rating) => [rating, outcomes[rating].intervalMs]);
      return Object.fromEntries(entries) as Record<Rating, number>;
    },
    save: async (given) => (await submitReview({ reviews }, given)).ok,
    undo: (since) => undoReview({ reviews }, { since, now: clock() }),
  };
}
