import type { TextLanguage } from '../text/language';
import { splitSentences } from '../text/split-sentences';

/** A stretch of text, and whether it is what was searched for. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface ExcerptOptions {
  readonly lang: TextLanguage;
  /** Length of the excerpt in UTF-16 units, give or take a word. */
  readonly chars: number;
}

/** Share of the excerpt that stands before its first match. */
const LEAD = 1 / 4;

/**
 * A text cut down to where most of the terms stand close together, at word boundaries, and split at every term. Without
 * terms in it: its first sentences.
 *
 * @param terms words as they are written in the text; case does not matter
 */
export function excerptAtTerms(
  text: string,
  terms: readonly string[],
  { lang, chars }: ExcerptOptions,
): TextPiece[] {
  const matches = findWords(text, terms);
  const shown = matches.length === 0 ? firstSentences(text, lang, chars) : densest(matches, text, chars);
  const { start, end } = text.length <= chars ? { start: 0, end: text.length } : toWords(text, shown, lang);
  const inside = matches.filter((match) => match.start >= start && match.end <= end);
  const pieces = splitAt(
    text.slice(start, end),
    inside.map((match) => shift(match, -start)),
  );
  const piece = (mark: string) => ({ text: mark, isMatch: false });
  return [...(start > 0 ? [piece('…')] : []), ...pieces, ...(end < text.length ? [piece('…')] : [])];
}

/** A whole text, split wherever one of the words stands in it, also within longer words. */
export function markEverywhere(text: string, words: readonly string[]): TextPiece[] {
  return splitAt(text, findAll(text, words));
}

/** A term of Latin letters counts only as a whole word; Chinese writes no boundaries. */
function findWords(text: string, terms: readonly string[]): TextRange[] {
  return findAll(text, terms).filter(
    ({ start, end }) => !continuesWord(text, start) && !continuesWord(text, end),
  );
}

/** Whether a word of an alphabet goes on from before an index to after it. */
function continuesWord(text: string, index: number): boolean {
  return isAlphabetic(text.charAt(index - 1)) && isAlphabetic(text.charAt(index));
}

function isAlphabetic(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);
}

/** Where the words stand, in order; places that touch or overlap are one. */
function findAll(text: string, words: readonly string[]): TextRange[] {
  const folded = fold(text);
  const found: TextRange[] = [];
  for (const word of new Set(words.map(fold))) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length });
  }
  return merge(found.sort((one, other) => one.start - other.start));
}

function merge(sorted: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

/** Lower case, unless that would move the offsets (İ becomes two units). */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** The stretch that holds the most different words of those that were found. */
function densest(matches: readonly TextRange[], text: string, chars: number): TextRange {
  const reach = chars * (1 - LEAD);
  const variety = ({ start }: TextRange) =>
    new Set(
      matches
        .filter((match) => match.start >= start && match.end <= start + reach)
        .map((match) => fold(text.slice(match.start, match.end))),
    ).size;
  let best = matches[0] ?? { start: 0, end: 0 };
  let most = variety(best);
  for (const match of matches) {
    const count = variety(match);
    if (count > most) [best, most] = [match, count];
  }
  const start = Math.max(0, Math.min(best.start - chars * LEAD, text.length - chars));
  return { start, end: start + chars };
}

/** As many sentences from the start as there is room for, but at least the beginning of one. */
function firstSentences(text: string, lang: TextLanguage, chars: number): TextRange {
  const fitting = splitSentences(text, lang).filter(({ end }) => end <= chars);
  return { start: 0, end: fitting.at(-1)?.end ?? chars };
}

/** Widens a stretch to whole words. */
function toWords(text: string, { start, end }: TextRange, lang: TextLanguage): TextRange {
  const words = new Intl.Segmenter(lang === 'other' ? undefined : lang, { granularity: 'word' }).segment(
    text,
  );
  const first = words.containing(Math.floor(start));
  const last = end >= text.length ? undefined : words.containing(Math.ceil(end) - 1);
  const from = first?.index ?? 0;
  const to = last === undefined ? text.length : last.index + last.segment.length;
  return { start: from, end: from + text.slice(from, to).trimEnd().length };
}

function splitAt(text: string, ranges: readonly TextRange[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    pieces.push({ text: text.slice(from, start), isMatch: false });
    pieces.push({ text: text.slice(start, end), isMatch: true });
    from = end;
  }
  pieces.push({ text: text.slice(from), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');
}

function shift({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}
