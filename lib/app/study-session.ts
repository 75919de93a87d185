import type { Draft, SessionStep, StudySession } from '@/lib/app/ports/snapshot';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** Questions in one round at most: about four minutes. */
export const SESSION_SIZE = 8;

export function startSession(
  exerciseIds: readonly string[],
  studyDay: string,
  startedAt: EpochMs,
): StudySession {
  return { studyDay, startedAt, exerciseIds, position: 0, steps: [] };
}

/** Exercise to ask now; absent when the round is over. */
export function currentExercise(session: StudySession | undefined): string | undefined {
  return session?.exerciseIds[session.position];
}

/** Exercises still to come, the current one first. */
export function remainingExercises(session: StudySession | undefined): readonly string[] {
  return session?.exerciseIds.slice(session.position) ?? [];
}

/** The round after the current question was graded or skipped. */
export function takeStep(session: StudySession, step: SessionStep): StudySession {
  return { ...session, position: session.position + 1, steps: [...session.steps, step] };
}

/** The round before its last step, and that step; absent when nothing was done yet. */
export function takeBack(
  session: StudySession,
): { readonly session: StudySession; readonly step: SessionStep } | undefined {
  const step = session.steps.at(-1);
  if (step === undefined) return undefined;
  const position = session.exerciseIds.indexOf(step.exerciseId);
  const steps = session.steps.slice(0, -1);
  return { step, session: { ...session, steps, position: position < 0 ? session.position : position } };
}

/** The round without those questions to come that fail the test (deleted, suspended, answered elsewhere). */
export function dropQuestions(session: StudySession, keeps: (exerciseId: string) => boolean): StudySession {
  const asked = session.exerciseIds.slice(0, session.position);
  return { ...session, exerciseIds: [...asked, ...remainingExercises(session).filter(keeps)] };
}

/** A new round that goes on with the question in view, so that nobody's card is swapped under their eyes. */
export function renewSession(
  inView: string | undefined,
  exerciseIds: readonly string[],
  studyDay: string,
  now: EpochMs,
): StudySession {
  const others = exerciseIds.filter((id) => id !== inView);
  const ids = inView === undefined ? others : [inView, ...others].slice(0, SESSION_SIZE);
  return startSession(ids, studyDay, now);
}

/** A question that nothing was done with yet. */
export function blankDraft(exerciseId: string): Draft {
  return { exerciseId, answer: '', phase: 'asking', secondTry: false, spentMs: 0 };
}
