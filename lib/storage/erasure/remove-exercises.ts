import type { Exercise } from '@/lib/domain/exercises/model';
import { borrowedTerms, withoutTerms } from '@/lib/domain/exercises/without-terms';
import { termFinder } from '@/lib/domain/interests/contains-term';
import type { Passage } from '@/lib/domain/reading/model';
import type { StudyDb } from '../study-db';
import { unique } from './doomed';
import type { Tally } from './tally';

/** Takes the exercises of passages with all answers that were given to them. */
export async function removeExercises(
  db: StudyDb,
  passageIds: readonly string[],
  tally: Tally,
): Promise<string[]> {
  const exerciseIds = await db.exercises.where('passageId').anyOf(passageIds).primaryKeys();
  tally.add('reviews', await db.reviews.where('exerciseId').anyOf(exerciseIds).delete());
  tally.add('exercises', exerciseIds.length);
  await db.exercises.bulkDelete(exerciseIds);
  return exerciseIds;
}

/**
 * Takes words of what was forgotten out of the exercises that stay: wrong options are terms of other reading, and an
 * accepted answer may stand elsewhere on the page. An answer that was such a word is blanked.
 *
 * @param forms of terms that are known no longer
 * @param passages that go
 * @param pageIds pages that stay although they lost passages
 */
export async function dropBorrowedTerms(
  db: StudyDb,
  forms: ReadonlySet<string>,
  passages: readonly Passage[],
  pageIds: readonly string[],
): Promise<void> {
  const folded = new Set([...forms].map((form) => form.toLowerCase()));
  const isForgottenForm = (term: string) => folded.has(term.toLowerCase());
  if (folded.size > 0)
    await rewrite(db, await db.exercises.filter(borrows(isForgottenForm)).toArray(), isForgottenForm);
  for (const pageId of pageIds) {
    const places = await db.occurrences.where('pageId').equals(pageId).toArray();
    const ids = places.map(({ passageId }) => passageId);
    const kept = (await db.passages.bulkGet(ids)).flatMap((passage) => passage?.text ?? []);
    const inForgotten = termFinder(passages.map(({ text }) => text).join('\n'));
    const inKept = termFinder(kept.join('\n'));
    const isForgotten = (term: string) => inForgotten(term) && !inKept(term);
    const own = await db.exercises.where('passageId').anyOf(ids).filter(borrows(isForgotten)).toArray();
    await rewrite(db, own, isForgotten);
  }
}

function borrows(isForgotten: (term: string) => boolean) {
  return (exercise: Exercise) => borrowedTerms(exercise).some(isForgotten);
}

async function rewrite(
  db: StudyDb,
  exercises: readonly Exercise[],
  isForgotten: (term: string) => boolean,
): Promise<void> {
  await db.exercises.bulkPut(exercises.map((exercise) => withoutTerms(exercise, isForgotten)));
  await db.reviews
    .where('exerciseId')
    .anyOf(unique(exercises.map(({ id }) => id)))
    .filter(({ answer }) => isForgotten(answer))
    .modify({ answer: '' });
}
