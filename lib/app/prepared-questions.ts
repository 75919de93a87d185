import type { ErasureReceipt } from '@/lib/app/ports/erasure';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';

/** Exercises that the snapshot holds the text of: as questions to come, and as answers not yet stored. */
export interface PreparedQuestions {
  readonly cards: readonly string[];
  readonly drafts: readonly string[];
}

export function preparedQuestions(snapshot: SnapshotStore): PreparedQuestions {
  const { draft, unsaved } = snapshot.readProgress();
  const begun = draft === undefined || draft.answer === '' ? [] : [draft.exerciseId];
  return {
    cards: snapshot.readCards().map(({ exercise }) => exercise.id),
    drafts: [...begun, ...unsaved.map(({ exercise }) => exercise.id)],
  };
}

/** How many of them were about exercises that are gone. */
export function countGone(
  { cards, drafts }: PreparedQuestions,
  isGone: (exerciseId: string) => boolean,
): ErasureReceipt {
  return { cards: cards.filter(isGone).length, drafts: drafts.filter(isGone).length };
}
