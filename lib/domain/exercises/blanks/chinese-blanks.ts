import type { TaggedToken } from '../../text/token';
import { isName, isNumber, isWord, type TaggedSentence } from '../tagged-sentence';
import { CHINESE } from '../words/word-lists';
import { type Blank, type BlankKind, blankAt, uniqueBlanks } from './blank';

const MOST_CHARACTERS = 14;
const MOST_CHARACTERS_WITH_VERB = 8;

const PHRASE_TAG = /^(?:n\w*|vn|a|an|b|j|i|l|t|m|q|eng|x|v)$/;
const NOUN_TAG = /^(?:n\w*|vn|an|j|i|l|t|eng|x)$/;

const NUMBERS: readonly RegExp[] = [
  /(?:公元前?)?\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日/g,
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:\d{2}年代|[一二三四五六七八九]十年代)?/g,
  /\d+(?:\.\d+)?[%％]|百分之[一二三四五六七八九十百]+/g,
  /\d+(?:[.,]\d+)*\s?[万亿千百]?(?:公里|千米|米|厘米|毫米|纳米|公斤|千克|克|吨|升|毫升|摄氏度|度|岁|年|天|小时|分钟|秒|毫秒|人|元|美元|位|字节|比特|赫兹|瓦|伏|平方公里|平方米|立方米|[KMGT]i?B|GHz|MHz|Hz)(?![\p{Script=Han}]*年代)/gu,
];
const TITLES = /《([^《》]{2,14})》/g;
const QUOTED = /[“「]([^“”「」]{2,14})[”」]/g;
const DOTTED_NAME = /\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6})+/gu;

/**
 * Spans of a Chinese sentence that could be blanked: whole noun phrases of 2 to 14 characters, dates and measures, titles,
 * quoted terms and foreign names. A phrase is never cut at a noun or a modifier; a single verb may stand before its noun
 * only while the span stays short.
 */
export function findChineseBlanks(sentence: TaggedSentence): Blank[] {
  const numbers = NUMBERS.flatMap((pattern) => spansOf(sentence, pattern, 'number'));
  const names = [TITLES, QUOTED, DOTTED_NAME].flatMap((pattern) => spansOf(sentence, pattern, 'name'));
  const special = withoutOverlap([...numbers, ...names]);
  const isFree = (blank: Blank): boolean =>
    special.every((other) => blank.end <= other.start || blank.start >= other.end);
  return uniqueBlanks([...special, ...phraseBlanks(sentence).filter(isFree)]);
}

/** The first group of the pattern when it has one (the text inside quotation marks), else the whole match. */
function spansOf(sentence: TaggedSentence, pattern: RegExp, kind: BlankKind): Blank[] {
  return [...sentence.text.matchAll(pattern)].flatMap((match) => {
    const text = match[1] ?? match[0];
    const start = match.index + match[0].indexOf(text);
    return blankAcross(sentence, start, start + text.length, kind);
  });
}

/** Patterns know better than the segmenter where a number or a name ends, so words may be cut here. */
function blankAcross(sentence: TaggedSentence, start: number, end: number, kind: BlankKind): Blank[] {
  const tokens = sentence.tokens.filter((token) => token.start < end && token.end > start);
  return tokens.length > 0 ? [{ start, end, text: sentence.text.slice(start, end), tokens, kind }] : [];
}

function withoutOverlap(blanks: readonly Blank[]): Blank[] {
  const kept: Blank[] = [];
  for (const blank of [...blanks].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => blank.end <= other.start || blank.start >= other.end)) kept.push(blank);
  }
  return kept;
}

function phraseBlanks(sentence: TaggedSentence): Blank[] {
  return runsOf(sentence).flatMap((run) => {
    const wholes = [run, withoutLeadingVerb(run)];
    return wholes.flatMap((part) => phraseBlank(sentence, part) ?? []);
  });
}

function phraseBlank(sentence: TaggedSentence, run: readonly TaggedToken[]): Blank | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || !NOUN_TAG.test(last.tag)) return undefined;
  const length = last.end - first.start;
  const verbs = run.filter(({ tag }) => tag === 'v').length;
  if (length < 2 || length > MOST_CHARACTERS || verbs > 1) return undefined;
  if (verbs === 1 && (length > MOST_CHARACTERS_WITH_VERB || run.some(isNumber))) return undefined;
  return blankAt(sentence, first.start, last.end, kindOf(run));
}

function kindOf(run: readonly TaggedToken[]): BlankKind {
  if (run.every((token) => isNumber(token) || token.tag === 'q')) return 'number';
  return run.some(isName) ? 'name' : 'term';
}

function withoutLeadingVerb(run: readonly TaggedToken[]): readonly TaggedToken[] {
  const lastVerb = run.map(({ tag }) => tag).lastIndexOf('v');
  return run.slice(lastVerb + 1);
}

/** Longest sequences of neighbouring words that can belong to one noun phrase. */
function runsOf({ tokens, text }: TaggedSentence): TaggedToken[][] {
  const runs: TaggedToken[][] = [[]];
  for (const token of tokens) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const touches = before === undefined || text.slice(before.end, token.start).trim() === '';
    if (!belongsToPhrase(token)) runs.push([]);
    else if (touches) run?.push(token);
    else runs.push([token]);
  }
  return runs.filter(({ length }) => length > 0);
}

function belongsToPhrase(token: TaggedToken): boolean {
  return isWord(token) && PHRASE_TAG.test(token.tag) && !CHINESE.vagueModifiers.has(token.word);
}
