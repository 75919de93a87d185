import type { BlockKind } from './model';

/** How much there is to read: English words (or words of another language with spaces) and Chinese characters. */
export interface ReadingAmount {
  readonly words: number;
  readonly hanCharacters: number;
}

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Listings and tables are looked through for what matters, not read word by word: a third of them counts. */
const LOOKED_THROUGH: ReadonlySet<BlockKind> = new Set(['code', 'table', 'maths']);
const LOOKED_THROUGH_SHARE = 1 / 3;

export function readingAmount(text: string, kind: BlockKind = 'prose'): ReadingAmount {
  const share = LOOKED_THROUGH.has(kind) ? LOOKED_THROUGH_SHARE : 1;
  const hanCharacters = text.match(HAN)?.length ?? 0;
  const words = text.replace(HAN, ' ').match(WORD)?.length ?? 0;
  return { words: words * share, hanCharacters: hanCharacters * share };
}
