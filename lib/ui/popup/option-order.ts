import type { Exercise } from '@/lib/domain/exercises/model';
import { createSeededRandom } from '@/lib/domain/shared/random';

/**
 * Options of a choice, shuffled: the same order whenever the question is opened, another one the next time it is asked,
 * so that nobody learns a place instead of a word. Empty for a cloze.
 */
export function orderOptions({ id, kind, key, distractors, memory }: Exercise): string[] {
  if (kind !== 'choice') return [];
  const random = createSeededRandom(seedOf(`${id}:${memory.reps}`));
  const options = [key, ...distractors];
  for (let last = options.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [options[last], options[other]] = [options[other] ?? '', options[last] ?? ''];
  }
  return options;
}

/** FNV-1a (Fowler, Noll and Vo), 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
