import type { Page } from 'playwright-core';
import type { TableRows } from '@/lib/storage/schema';
import type { LaunchedExtension } from '@/tests/support/extension';
import { exerciseInView, giveAnswer, reachQuestion, takeSuggestedRating } from '@/tests/support/learner';

type Exercise = TableRows['exercises'];

const WRONG_TURN = 2;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

function inWords(ms: number): string {
  const minutes = Math.round(ms / MS_PER_MINUTE);
  return minutes < MINUTES_PER_DAY ? `${minutes} min` : `${(minutes / MINUTES_PER_DAY).toFixed(1)} days`;
}

/** Right every time but one, since a learner is not always right. */
function answerFor(exercise: Exercise, turn: number): string {
  if (turn !== WRONG_TURN) return exercise.key;
  return exercise.distractors[0] ?? (exercise.lang === 'zh' ? '不知道' : 'no idea');
}

function describeAnswer(review: TableRows['reviews'], exercise: Exercise): string {
  const verdict = review.correct ? 'right' : `wrong, the text says ${exercise.key}`;
  const { stem, kind, lang } = exercise;
  const due = `rated ${review.rating}, next in ${inWords(exercise.memory.dueAt - review.at)}`;
  return `${lang} ${kind}: ${stem.before}[${review.answer}]${stem.after} ${verdict}; ${due}`;
}

/** Answers questions in the real popup over the page, and says for each when it is asked again. */
export async function answerQuestions(
  extension: LaunchedExtension,
  page: Page,
  count: number,
): Promise<string[]> {
  const exercises = await extension.readTable('exercises');
  const popup = await extension.openPopup(page);
  for (let turn = 0; turn < count && (await reachQuestion(popup)); turn += 1) {
    const exercise = await exerciseInView(popup, exercises);
    await giveAnswer(popup, exercise, answerFor(exercise, turn));
    await takeSuggestedRating(popup);
    await extension.waitForTable('reviews', (rows) => rows.length > turn);
  }
  const reviews = await extension.readTable('reviews');
  const after = new Map((await extension.readTable('exercises')).map((row) => [row.id, row]));
  if (!popup.isClosed()) await popup.close();
  return reviews.flatMap((review) => {
    const exercise = after.get(review.exerciseId);
    return exercise === undefined ? [] : [describeAnswer(review, exercise)];
  });
}
