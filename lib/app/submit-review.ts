import type { ReviewStore, ReviewWriteError } from '@/lib/app/ports/review-store';
import { gradeAnswer } from '@/lib/domain/exercises/grade-answer';
import type { Exercise } from '@/lib/domain/exercises/model';
import type { MemoryState, Rating } from '@/lib/domain/scheduling/model';
import { previewRatings, retrievability } from '@/lib/domain/scheduling/scheduler';
import { studyDayOf } from '@/lib/domain/scheduling/study-day';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { failure, type Result, success } from '@/lib/domain/shared/result';

export interface GivenAnswer {
  /** As the learner saw it; when the stored memory has moved on since, the answer is refused. */
  readonly exercise: Exercise;
  readonly answer: string;
  readonly rating: Rating;
  readonly latencyMs: number;
  readonly now: EpochMs;
  readonly utcOffsetMinutes: number;
}

export interface ReviewReceipt {
  readonly seq: number;
  readonly after: MemoryState;
}

/**
 * Stores an answer and moves the memory of its exercise. The learner's rating counts, with one exception: a wrong option
 * of a choice is `again`, since no reading of the question makes it right. (A typed answer may be a synonym.)
 */
export async function submitReview(
  { reviews }: { readonly reviews: ReviewStore },
  { exercise, answer, rating, latencyMs, now, utcOffsetMinutes }: GivenAnswer,
): Promise<Result<ReviewReceipt, ReviewWriteError>> {
  const { correct } = gradeAnswer(exercise, answer);
  const counted: Rating = exercise.kind === 'choice' && !correct ? 'again' : rating;
  const predicted = retrievability(exercise.memory, now);
  const after = previewRatings(exercise.memory, now)[counted].memory;
  const written = await reviews.write({
    review: {
      exerciseId: exercise.id,
      at: now,
      studyDay: studyDayOf(now, utcOffsetMinutes),
      rating: counted,
      format: exercise.kind,
      answer,
      correct,
      latencyMs,
      ...(predicted === undefined ? {} : { predictedRetrievability: predicted }),
      before: exercise.memory,
    },
    after,
  });
  return written.ok ? success({ seq: written.seq, after }) : failure(written.error);
}
