import type { TaggedToken } from '../../text/token';
import type { TaggedSentence } from '../tagged-sentence';

/** What a blank asks for; numbers get generated distractors, names and terms get retrieved ones. */
export type BlankKind = 'term' | 'name' | 'number';

/** A span of a sentence that could be taken out. Offsets count from the start of the sentence. */
export interface Blank {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly TaggedToken[];
  readonly kind: BlankKind;
}

/** Makes the blank of a span; absent when the span cuts a word in two. */
export function blankAt(
  sentence: TaggedSentence,
  start: number,
  end: number,
  kind: BlankKind,
): Blank | undefined {
  const tokens = sentence.tokens.filter((token) => token.start < end && token.end > start);
  const isWhole = tokens.every((token) => token.start >= start && token.end <= end);
  if (tokens.length === 0 || !isWhole) return undefined;
  return { start, end, text: sentence.text.slice(start, end), tokens, kind };
}

/** Leaves one blank for each span, the first found. */
export function uniqueBlanks(blanks: readonly (Blank | undefined)[]): Blank[] {
  const bySpan = new Map<string, Blank>();
  for (const blank of blanks) {
    const span = `${blank?.start}:${blank?.end}`;
    if (blank !== undefined && !bySpan.has(span)) bySpan.set(span, blank);
  }
  return [...bySpan.values()];
}
