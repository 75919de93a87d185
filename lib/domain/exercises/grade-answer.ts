import type { Rating } from '../scheduling/model';
import { isWithinEdits } from './grading/edit-distance';
import { foldAnswer } from './grading/fold-answer';
import type { Exercise } from './model';

/**
 * How an answer meets the key: letter for letter, after folding away writing habits, as another accepted answer, as a
 * slip of spelling (worth a hint and a second try, not yet right), or not at all.
 */
export type AnswerMatch = 'exact' | 'folded' | 'accepted' | 'near' | 'wrong';

export interface AnswerGrade {
  readonly correct: boolean;
  readonly match: AnswerMatch;
  /** Preselected; the learner may choose another. */
  readonly suggested: Rating;
}

type Answerable = Pick<Exercise, 'kind' | 'lang' | 'key' | 'accepted'>;

/** Grades by text alone, in time linear in the answer; a choice is right or wrong, never near. */
export function gradeAnswer(exercise: Answerable, answer: string): AnswerGrade {
  const match = matchAnswer(exercise, answer);
  const correct = match !== 'near' && match !== 'wrong';
  return { correct, match, suggested: correct ? 'good' : 'again' };
}

function matchAnswer({ kind, lang, key, accepted }: Answerable, answer: string): AnswerMatch {
  if (answer === key) return 'exact';
  const given = foldAnswer(answer, lang);
  if (given === '') return 'wrong';
  const expected = foldAnswer(key, lang);
  if (given === expected) return 'folded';
  if (kind === 'choice') return 'wrong';
  const others = accepted.map((other) => foldAnswer(other, lang));
  if (others.includes(given)) return 'accepted';
  return [expected, ...others].some((other) => isNear(given, other)) ? 'near' : 'wrong';
}

/** One edit in words of 4 letters or 3 characters, two from 8 letters on. Digits must agree: 1991 is not nearly 1992. */
function isNear(given: string, expected: string): boolean {
  if (digitsOf(given) !== digitsOf(expected)) return false;
  const isHan = /\p{Script=Han}/u.test(expected);
  const length = [...expected].length;
  if (length < (isHan ? 3 : 4)) return false;
  return isWithinEdits(given, expected, !isHan && length >= 8 ? 2 : 1);
}

function digitsOf(text: string): string {
  return text.replace(/[^\p{N}~]/gu, '');
}
