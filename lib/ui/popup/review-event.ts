import type { AnswerGrade } from '@/lib/domain/exercises/grade-answer';
import type { Rating } from '@/lib/domain/scheduling/model';

/** What just happened in a review, to be said to those who do not see it. */
export type ReviewEvent =
  | { readonly kind: 'answered'; readonly grade: AnswerGrade; readonly key: string }
  | { readonly kind: 'nearly' }
  | {
      readonly kind: 'graded';
      readonly rating: Rating;
      /** Until it is asked again; absent while the database is not open. */
      readonly intervalMs: number | undefined;
      readonly left: number;
    }
  | { readonly kind: 'skipped' | 'undone' | 'gone' | 'refused' };
