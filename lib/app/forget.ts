import type { SessionOptions } from '@/lib/app/build-session';
import type { Erasure, ErasureReceipt, Forgetting } from '@/lib/app/ports/erasure';
import { countGone, preparedQuestions } from '@/lib/app/prepared-questions';
import type { SnapshotPorts } from '@/lib/app/refresh-snapshot';
import { renewSnapshot } from '@/lib/app/renew-snapshot';

export interface ForgetPorts extends SnapshotPorts {
  readonly erasure: Pick<Erasure, 'forget'>;
}

/**
 * Forgets what was read, with everything that came of it, in the database and beside it. Should it end half way, the
 * snapshot shows nothing any more and is made anew by whoever needs it next; doing it again completes it.
 *
 * @returns what went, by kind
 */
export async function forget(
  ports: ForgetPorts,
  what: Forgetting,
  options: SessionOptions,
): Promise<ErasureReceipt> {
  const { snapshot, reviews, erasure } = ports;
  const prepared = preparedQuestions(snapshot);
  snapshot.distrust();
  const receipt = await erasure.forget(what, options.now);
  const left = await reviews.cards([...prepared.cards, ...prepared.drafts]);
  const known = new Set(left.map(({ exercise }) => exercise.id));
  await renewSnapshot(ports, options);
  return { ...receipt, ...countGone(prepared, (id) => !known.has(id)) };
}
