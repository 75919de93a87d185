/**
 * A tagged word of a text. `text.slice(start, end)` is the word: offsets are UTF-16 units.
 * English tags are Universal POS (NOUN, PROPN, …); Chinese tags are those of jieba (n, nr, v, m, …).
 */
export interface TaggedToken {
  readonly word: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  /** Stem (English, Porter) or the lower-cased word (Chinese). */
  readonly stem: string;
}

/** Splits a text of one language into tagged words; blanks are left out. */
export type Tagger = (text: string) => TaggedToken[];

/** A sentence of a text, by UTF-16 offsets, without surrounding white space. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}
