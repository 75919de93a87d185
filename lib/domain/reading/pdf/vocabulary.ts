/** Words of the pages close by, in small letters, as they stand within lines; compounds with their hyphens. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;

/** @param lines each as painted: what a line breaks is not taken for a word */
export function collectWords(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.replace(/\p{L}+[-\u2010]$/u, '').matchAll(WORD)) words.add(word.toLowerCase());
  }
  return words;
}

/**
 * Whether two halves around a hyphen at the end of a line are two words: the text writes them so elsewhere, or it has both
 * as words of their own and not the one that they would make together.
 */
export function isCompound(start: string, rest: string, vocabulary: Vocabulary): boolean {
  const [left, right] = [start.toLowerCase(), rest.toLowerCase()];
  if (vocabulary.has(`${left}-${right}`)) return true;
  return !vocabulary.has(left + right) && vocabulary.has(left) && vocabulary.has(right);
}
