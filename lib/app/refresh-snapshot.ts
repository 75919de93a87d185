import { buildSession, type SessionOptions } from '@/lib/app/build-session';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import { SNAPSHOT_CARDS, type SnapshotStore, type StudyProgress } from '@/lib/app/ports/snapshot';
import { loadQuestionCards } from '@/lib/app/question-cards';
import { dropQuestions, remainingExercises, startSession } from '@/lib/app/study-session';

export interface SnapshotPorts {
  readonly reviews: ReviewStore;
  readonly snapshot: SnapshotStore;
}

/**
 * Prepares what the popup paints first, after anything changed what there is to ask. A round of today that the learner has
 * begun goes on, without the questions that are gone; otherwise a new one is planned, from all there is by now.
 */
export async function refreshSnapshot(ports: SnapshotPorts, options: SessionOptions): Promise<void> {
  const { reviews, snapshot } = ports;
  const found = snapshot.readProgress();
  const before = found.session;
  const isOfToday = before?.studyDay === options.studyDay && remainingExercises(before).length > 0;
  const goesOn = isOfToday && isUnderWay(found);
  const ids = goesOn ? remainingExercises(before) : (await buildSession({ reviews }, options)).exerciseIds;
  const cards = await loadQuestionCards({ reviews }, ids, options.now);
  const known = new Set(cards.map(({ exercise }) => exercise.id));
  // The popup may have moved on meanwhile, and it knows better.
  const progress = snapshot.readProgress();
  if (progress.session?.startedAt !== before?.startedAt || isUnderWay(progress) !== isUnderWay(found)) return;
  if (progress.session !== undefined && goesOn) {
    snapshot.writeProgress({ ...progress, session: dropQuestions(progress.session, (id) => known.has(id)) });
  } else if (ids.length > 0) {
    const session = startSession(ids, options.studyDay, options.now);
    snapshot.writeProgress({ session, unsaved: progress.unsaved });
  }
  const next = new Set(remainingExercises(snapshot.readProgress().session).slice(0, SNAPSHOT_CARDS));
  snapshot.writeCards(cards.filter(({ exercise }) => next.has(exercise.id)));
}

/** Whether the learner has done anything in the round: then its questions stay. */
function isUnderWay({ session, draft }: StudyProgress): boolean {
  return draft !== undefined || (session?.steps.length ?? 0) > 0;
}
