import type { BlockKind } from './model';
import { readingAmount } from './reading-amount';
import { AVERAGE_SPEED, type ReadingSpeed } from './reading-speed';

/**
 * Nobody takes sentences in at two and a half times the own speed: for an average reader that is the 600 words a minute of
 * scanning for a name (Carver 1992).
 */
const REQUIRED_SHARE = 0.4;

/** Two or three fixations: shorter is no look at all. */
const SHORTEST_LOOK_MS = 600;

/** Time that a reader of that speed needs for a text in English, Chinese or both, in milliseconds. */
export function expectedReadingMs(
  text: string,
  speed: ReadingSpeed = AVERAGE_SPEED,
  kind: BlockKind = 'prose',
): number {
  const { words, hanCharacters } = readingAmount(text, kind);
  return (words / speed.wordsPerMinute + hanCharacters / speed.hanCharactersPerMinute) * 60_000;
}

/**
 * The learner's time that a text must have been given to count as read, in milliseconds: 40 % of what reading it takes, at
 * least 0.6 s.
 */
export function requiredDwellMs(expectedMs: number): number {
  return Math.max(expectedMs * REQUIRED_SHARE, SHORTEST_LOOK_MS);
}
