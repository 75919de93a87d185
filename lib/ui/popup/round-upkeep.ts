import { currentExercise, dropQuestions, remainingExercises, renewSession } from '@/lib/app/study-session';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { ProgressStore } from './progress-store';
import type { Study } from './study';

interface Moment {
  readonly now: EpochMs;
  readonly studyDay: string;
}

/**
 * Brings a round that comes from the snapshot up to date with the database: plans a new one when it is over or of another
 * day, fetches its cards, drops what is gone. The question in view stays unless it is gone itself.
 *
 * @returns whether the question in view was dropped
 */
export async function bringUpToDate(store: ProgressStore, study: Study, moment: Moment): Promise<boolean> {
  const stored = store.progress.peek().session;
  const goesOn = stored?.studyDay === moment.studyDay && remainingExercises(stored).length > 0;
  const planned = goesOn ? [] : (await study.plan()).exerciseIds;
  const cards = await study.cards([...remainingExercises(stored), ...planned]);
  store.addCards(cards);
  const known = new Set(cards.map(({ exercise }) => exercise.id));
  // The learner may have gone on meanwhile.
  const progress = store.progress.peek();
  const inView = currentExercise(progress.session);
  const isGone = inView !== undefined && !known.has(inView);
  const renewed = goesOn ? progress.session : renewRound(inView, planned, moment, progress.session);
  if (renewed !== undefined) {
    store.setProgress({ ...progress, session: dropQuestions(renewed, (id) => known.has(id)) });
  }
  return isGone;
}

/** A round that is over stays when there is nothing more to ask, so that its last answer can still be undone. */
function renewRound(
  inView: string | undefined,
  planned: readonly string[],
  { studyDay, now }: Moment,
  current: ReturnType<typeof renewSession> | undefined,
) {
  const isOver = inView === undefined && planned.length === 0;
  return isOver ? current : renewSession(inView, planned, studyDay, now);
}

/** Starts a round of what is planned now, unless a question is in view. */
export async function startRound(store: ProgressStore, study: Study, moment: Moment): Promise<void> {
  const { exerciseIds } = await study.plan();
  const cards = await study.cards(exerciseIds);
  const progress = store.progress.peek();
  if (cards.length === 0 || currentExercise(progress.session) !== undefined) return;
  store.addCards(cards);
  const ids = cards.map(({ exercise }) => exercise.id);
  const { draft: _, ...rest } = progress;
  store.setProgress({ ...rest, session: renewSession(undefined, ids, moment.studyDay, moment.now) });
}
