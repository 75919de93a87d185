import type { Clock } from '@/lib/domain/shared/clock';
import type { Erasure } from './ports/erasure';
import type { SelectionReceipt } from './ports/selection-store';

export interface UndoSelectionPorts {
  readonly erasure: Pick<Erasure, 'forget'>;
  readonly now: Clock;
}

/**
 * Takes a selection back as if it had not been made: what was new goes with all that came of it, a page that holds nothing
 * else goes too, and what was read before or since counts as read only. Doing it again changes nothing.
 */
export async function undoSelection(
  { erasure, now }: UndoSelectionPorts,
  { chosen }: Pick<SelectionReceipt, 'chosen'>,
): Promise<void> {
  if (chosen.length > 0) await erasure.forget({ kind: 'selection', placeIds: chosen }, now());
}
