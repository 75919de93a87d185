import type { ReviewCard, ReviewStore } from '@/lib/app/ports/review-store';
import type { QuestionCard } from '@/lib/app/ports/snapshot';
import { excerptAround } from '@/lib/domain/reading/source-excerpt';
import { retrievability } from '@/lib/domain/scheduling/scheduler';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** Cards of the exercises that can be asked, in the given order; what is gone or suspended is left out. */
export async function loadQuestionCards(
  { reviews }: { readonly reviews: ReviewStore },
  exerciseIds: readonly string[],
  now: EpochMs,
): Promise<QuestionCard[]> {
  if (exerciseIds.length === 0) return [];
  const cards = await reviews.cards(exerciseIds);
  return cards
    .filter(({ exercise }) => exercise.status === 'active')
    .map((card) => toQuestionCard(card, now));
}

function toQuestionCard(
  { exercise, passage, page, occurrence, interestLabels }: ReviewCard,
  now: EpochMs,
): QuestionCard {
  const { stem, key, source, lang } = exercise;
  const recall = retrievability(exercise.memory, now);
  return {
    exercise,
    excerpt: excerptAround({ passage: passage.text, sentence: source, stem, key, lang }),
    page: { url: page.url, title: page.title },
    lastReadAt: occurrence.lastReadAt,
    interestLabels,
    ...(recall === undefined ? {} : { recall }),
  };
}
