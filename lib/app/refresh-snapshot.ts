import { buildSession, type SessionOptions } from '@/lib/app/build-session';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import { SNAPSHOT_CARDS, type SnapshotStore } from '@/lib/app/ports/snapshot';
import { loadQuestionCards } from '@/lib/app/question-cards';
import { dropQuestions, remainingExercises, startSession } from '@/lib/app/study-session';

export interface SnapshotPorts {
  readonly reviews: ReviewStore;
  readonly snapshot: SnapshotStore;
}

/**
 * Prepares what the popup paints first, after anything changed what there is to ask. A round of today goes on, without
 * the questions that are gone; otherwise a new one is planned.
 */
export async function refreshSnapshot(ports: SnapshotPorts, options: SessionOptions): Promise<void> {
  const { reviews, snapshot } = ports;
  const before = snapshot.readProgress().session;
  const goesOn = before?.studyDay === options.studyDay && remainingExercises(before).length > 0;
  const ids = goesOn ? remainingExercises(before) : (await buildSession({ reviews }, options)).exerciseIds;
  const cards = await loadQuestionCards({ reviews }, ids, options.now);
  const known = new Set(cards.map(({ exercise }) => exercise.id));
  // The popup may have moved on meanwhile, and it knows better.
  const progress = snapshot.readProgress();
  if (progress.session?.startedAt !== before?.startedAt) return;
  if (progress.session !== undefined && goesOn) {
    snapshot.writeProgress({ ...progress, session: dropQuestions(progress.session, (id) => known.has(id)) });
  } else if (ids.length > 0) {
    const session = startSession(ids, options.studyDay, options.now);
    snapshot.writeProgress({ session, unsaved: progress.unsaved });
  }
  const next = new Set(remainingExercises(snapshot.readProgress().session).slice(0, SNAPSHOT_CARDS));
  snapshot.writeCards(cards.filter(({ exercise }) => next.has(exercise.id)));
}
