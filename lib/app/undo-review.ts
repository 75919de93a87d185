import type { ReviewStore } from '@/lib/app/ports/review-store';
import type { Review } from '@/lib/domain/scheduling/model';
import type { EpochMs } from '@/lib/domain/shared/clock';

/**
 * Takes back the newest answer given at or after `since`: its row is marked, and its exercise gets back the memory it had
 * before. Absent when there is nothing to take back.
 */
export function undoReview(
  { reviews }: { readonly reviews: ReviewStore },
  { since, now }: { readonly since: EpochMs; readonly now: EpochMs },
): Promise<Review | undefined> {
  return reviews.undoLatest(since, now);
}
