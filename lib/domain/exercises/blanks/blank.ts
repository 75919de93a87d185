import type { TaggedToken } from '../../text/token';
import { isWord, type TaggedSentence } from '../tagged-sentence';

/** What a blank asks for; numbers get generated wrong options, names and terms get retrieved ones. */
export type BlankKind = 'term' | 'name' | 'number';

/** A span of a sentence that could be taken out. Offsets count from the start of the sentence. */
export interface Blank {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Words that the span touches. */
  readonly tokens: readonly TaggedToken[];
  readonly kind: BlankKind;
  /** Tag of the last word, or what a pattern knows better: options of one question share it. */
  readonly headTag: string;
}

export function blankAt(
  sentence: TaggedSentence,
  start: number,
  end: number,
  kind: BlankKind,
  headTag?: string,
): Blank {
  const tokens = sentence.tokens.filter((token) => token.start < end && token.end > start);
  const text = sentence.text.slice(start, end);
  return { start, end, text, tokens, kind, headTag: headTag ?? tokens.findLast(isWord)?.tag ?? '' };
}

/** Blanks of all matches of a pattern: of its first group where it has one, else of the whole match. */
export function blanksOf(
  sentence: TaggedSentence,
  pattern: RegExp,
  kind: BlankKind,
  headTag?: string,
): Blank[] {
  return [...sentence.text.matchAll(pattern)].map((match) => {
    const text = match[1] ?? match[0];
    const start = match.index + match[0].indexOf(text);
    return blankAt(sentence, start, start + text.length, kind, headTag);
  });
}

export function overlaps(a: Blank, b: Blank): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Keeps blanks that overlap none before them in the list. */
export function withoutOverlap(blanks: readonly Blank[]): Blank[] {
  const kept: Blank[] = [];
  for (const blank of blanks) {
    if (!kept.some((other) => overlaps(blank, other))) kept.push(blank);
  }
  return kept;
}

/**
 * Whether the span begins and ends where a reader sees a word begin and end, and lies outside code: in `os.path`,
 * `C/C++`, `im-config` or 扇区0 no part can be asked for.
 *
 * @param isCode whether an offset of the sentence lies in code
 */
export function hasCleanEdges(
  { text }: TaggedSentence,
  { start, end, text: key }: Blank,
  isCode: (offset: number) => boolean,
): boolean {
  if (isCode(start) || isCode(end - 1)) return false;
  const startsLatin = /^[\p{Script=Latin}\p{N}]/u.test(key);
  const endsLatin = /[\p{Script=Latin}\p{N}]$/u.test(key);
  const joinsBefore = startsLatin && /[\p{Script=Latin}\p{N}_/\\.@+#~-]$/u.test(text.slice(0, start));
  const joinsNumber = !endsLatin && /^\d/.test(text.slice(end)) && /\p{Script=Han}$/u.test(key);
  const joinsAfter = endsLatin && /^(?:[\p{Script=Latin}\p{N}_/\\@+#~-]|[.:]\w)/u.test(text.slice(end));
  return !(joinsBefore || joinsAfter || joinsNumber);
}
