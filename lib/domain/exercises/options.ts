import { createSeededRandom } from '../shared/random';
import type { Exercise } from './model';

/**
 * Options of a choice in the order to show them: the same each time the same card is painted, another after each answer,
 * so that nobody learns the place of the key. Empty for a cloze.
 */
export function optionsOf(
  exercise: Pick<Exercise, 'id' | 'kind' | 'key' | 'distractors' | 'memory'>,
): string[] {
  if (exercise.kind !== 'choice') return [];
  const random = createSeededRandom(seedOf(exercise.id) + exercise.memory.reps);
  const options = [exercise.key, ...exercise.distractors];
  for (let last = options.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a = '', b = ''] = [options[last], options[other]];
    options[last] = b;
    options[other] = a;
  }
  return options;
}

/** Whole number from a text, spread evenly (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
