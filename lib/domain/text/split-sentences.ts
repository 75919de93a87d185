import { findChineseBreaks } from './chinese-sentences';
import { findEnglishBreaks } from './english-sentences';
import type { TextLanguage } from './language';
import type { SentenceSpan } from './token';

const EMPTY_LINE = /\n[^\S\n]*\n/g;

/**
 * Splits a text into sentences, in order and without overlap; only white space lies outside them. An empty line always
 * ends a sentence, a single line break never does by itself. Takes time in proportion to the length.
 */
export function splitSentences(text: string, lang: TextLanguage): SentenceSpan[] {
  const breaks = lang === 'zh' ? findChineseBreaks(text) : findEnglishBreaks(text);
  for (const match of text.matchAll(EMPTY_LINE)) breaks.push(match.index);
  breaks.sort((a, b) => a - b);
  breaks.push(text.length);

  const sentences: SentenceSpan[] = [];
  let start = 0;
  for (const end of breaks) {
    const span = trimSpan(text, start, end);
    if (span.start < span.end) sentences.push(span);
    start = Math.max(start, end);
  }
  return sentences;
}

function trimSpan(text: string, from: number, to: number): SentenceSpan {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return { start, end: Math.max(start, from + part.trimEnd().length) };
}
