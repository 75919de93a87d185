import type { Draft, QuestionCard } from '@/lib/app/ports/snapshot';
import { type AnswerGrade, gradeAnswer } from '@/lib/domain/exercises/grade-answer';
import type { Rating } from '@/lib/domain/scheduling/model';
import { orderOptions } from './option-order';

export type Intervals = Readonly<Record<Rating, number>>;

/** The question in view and what the learner has done with it. */
export interface Question {
  readonly card: QuestionCard;
  readonly draft: Draft;
  /** Of a choice, in the order shown. */
  readonly options: readonly string[];
  /** Present once answered. */
  readonly grade: AnswerGrade | undefined;
  /** Time until asked again by rating, in milliseconds; present once answered and the database is open. */
  readonly intervals: Intervals | undefined;
}

export function questionOf(
  card: QuestionCard,
  draft: Draft,
  intervalsOf: (card: QuestionCard) => Intervals | undefined,
): Question {
  const isAnswered = draft.phase === 'answered';
  return {
    card,
    draft,
    options: orderOptions(card.exercise),
    grade: isAnswered ? gradeAnswer(card.exercise, draft.answer) : undefined,
    intervals: isAnswered ? intervalsOf(card) : undefined,
  };
}
