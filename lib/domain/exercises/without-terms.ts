import { FEWEST_DISTRACTORS } from './distractors/choose-distractors';
import type { Exercise } from './model';

/** Wrong options and accepted answers of an exercise: the words in it that may come from other texts than its own. */
export function borrowedTerms({ distractors, accepted }: Exercise): string[] {
  return [...distractors, ...accepted];
}

/**
 * The exercise without those borrowed terms. A choice that is left with too few wrong options is asked as a gap to fill; its
 * memory stays.
 */
export function withoutTerms(exercise: Exercise, isForgotten: (term: string) => boolean): Exercise {
  const keep = (terms: readonly string[]) => terms.filter((term) => !isForgotten(term));
  const distractors = keep(exercise.distractors);
  const accepted = keep(exercise.accepted);
  return exercise.kind === 'choice' && distractors.length < FEWEST_DISTRACTORS
    ? { ...exercise, kind: 'cloze', distractors: [], accepted }
    : { ...exercise, distractors, accepted };
}
