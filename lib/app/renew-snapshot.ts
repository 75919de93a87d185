import type { SessionOptions } from '@/lib/app/build-session';
import { refreshSnapshot, type SnapshotPorts } from '@/lib/app/refresh-snapshot';

/**
 * Makes the snapshot anew after a deletion, so that nothing deleted stays outside the database. The round that was going
 * on ends; answers that still wait to be stored are kept, unless their exercise is gone.
 */
export async function renewSnapshot(ports: SnapshotPorts, options: SessionOptions): Promise<void> {
  const { reviews, snapshot } = ports;
  const waiting = snapshot.readProgress().unsaved.map(({ exercise }) => exercise.id);
  const known = new Set((await reviews.cards(waiting)).map(({ exercise }) => exercise.id));
  const { unsaved } = snapshot.readProgress();
  snapshot.clear();
  snapshot.writeProgress({ unsaved: unsaved.filter(({ exercise }) => known.has(exercise.id)) });
  await refreshSnapshot(ports, options);
}
