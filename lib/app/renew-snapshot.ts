import type { SessionOptions } from '@/lib/app/build-session';
import { refreshSnapshot, type SnapshotPorts } from '@/lib/app/refresh-snapshot';
import type { GivenAnswer } from '@/lib/app/submit-review';
import type { Exercise } from '@/lib/domain/exercises/model';

/**
 * Makes the snapshot anew after something was forgotten, so that nothing of it stays outside the database. The round that
 * was going on ends; answers that still wait to be stored are kept, unless their exercise is gone.
 */
export async function renewSnapshot(ports: SnapshotPorts, options: SessionOptions): Promise<void> {
  const { reviews, snapshot } = ports;
  const waiting = snapshot.readProgress().unsaved.map(({ exercise }) => exercise.id);
  const known = new Map((await reviews.cards(waiting)).map(({ exercise }) => [exercise.id, exercise]));
  const { unsaved } = snapshot.readProgress();
  snapshot.clear();
  snapshot.writeProgress({ unsaved: unsaved.flatMap((given) => renewAnswer(given, known)) });
  await refreshSnapshot(ports, options);
}

/** Prepares the snapshot as usual, or makes it anew where a forgetting was interrupted before it did so. */
export function keepSnapshot(ports: SnapshotPorts, options: SessionOptions): Promise<void> {
  return ports.snapshot.isTrusted() ? refreshSnapshot(ports, options) : renewSnapshot(ports, options);
}

/** The exercise may have lost words; its memory is what it was when the answer was given. */
function renewAnswer(given: GivenAnswer, known: ReadonlyMap<string, Exercise>): GivenAnswer[] {
  const exercise = known.get(given.exercise.id);
  return exercise ? [{ ...given, exercise: { ...exercise, memory: given.exercise.memory } }] : [];
}
