import type { Clock } from '@/lib/domain/shared/clock';
import type { Erasure } from './ports/erasure';
import type { SelectionReceipt, SelectionStore } from './ports/selection-store';

export interface UndoSelectionPorts {
  readonly selections: Pick<SelectionStore, 'unmark'>;
  readonly erasure: Pick<Erasure, 'forget'>;
  readonly now: Clock;
}

/**
 * Takes a selection back as if it had not been made: what was new goes with all that came of it, a page that holds nothing
 * else goes too, and what had been read before counts as read again. Doing it again changes nothing.
 */
export async function undoSelection(
  { selections, erasure, now }: UndoSelectionPorts,
  { added, marked }: Pick<SelectionReceipt, 'added' | 'marked'>,
): Promise<void> {
  await selections.unmark(marked);
  if (added.length > 0) await erasure.forget({ kind: 'passages', passageIds: added }, now());
}
