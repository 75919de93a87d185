import type { EpochMs } from '../shared/clock';
import { interleave } from './interleave';
import type { MemoryState } from './model';
import { retrievability } from './scheduler';

/** An exercise as far as the order of a session depends on it. */
export interface SessionItem {
  readonly id: string;
  /** Interest, or the passage while it has none: neighbours should differ in it. */
  readonly group: string;
}

/** Sorts exercises by urgency: the most likely forgotten first, then the longest overdue. */
export function byUrgency<Item extends { readonly memory: MemoryState }>(
  items: readonly Item[],
  now: EpochMs,
): Item[] {
  return items
    .map((item) => ({ item, recall: retrievability(item.memory, now) ?? 0 }))
    .sort((a, b) => a.recall - b.recall || a.item.memory.dueAt - b.item.memory.dueAt)
    .map(({ item }) => item);
}

/** Ids in asking order: due exercises before new ones, each part interleaved so that neighbours differ in group where possible. */
export function orderSession(due: readonly SessionItem[], fresh: readonly SessionItem[]): string[] {
  const groupOf = (item: SessionItem): string => item.group;
  const reviews = interleave(due, groupOf);
  const first = interleave(fresh, groupOf, reviews.at(-1)?.group);
  return [...reviews, ...first].map((item) => item.id);
}

/** The first `count` items when the groups take turns, in the order of their first items; each group keeps its own order. */
export function takeTurns<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  count: number,
): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groupOf(item);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  const queues = [...groups.values()];
  const rounds = Math.max(0, ...queues.map((queue) => queue.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    queues.flatMap((queue) => queue.slice(round, round + 1)),
  );
  return inTurn.flat().slice(0, Math.max(0, count));
}
