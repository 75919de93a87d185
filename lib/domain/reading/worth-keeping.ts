import type { BlockKind } from './model';

/** A Chinese character counts as two letters. */
const FEWEST_LETTERS: Readonly<Record<BlockKind, number>> = {
  prose: 16,
  list: 12,
  definition: 12,
  transcript: 12,
  quote: 12,
  caption: 12,
  table: 12,
  code: 8,
  maths: 1,
};

/** Whether a block says enough to be kept: "Next page" and a lone number are not reading matter. */
export function isWorthKeeping(text: string, kind: BlockKind): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters + han >= FEWEST_LETTERS[kind];
}
