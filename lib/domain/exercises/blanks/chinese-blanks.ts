import type { TaggedToken } from '../../text/token';
import { isName, isWord, type TaggedSentence } from '../tagged-sentence';
import { CHINESE } from '../words/word-lists';
import { type Blank, blankAt, blanksOf, overlaps, withoutOverlap } from './blank';

const CHARACTERS = { fewest: 2, most: 14 };

const NOUN_TAG = /^(?:n\w*|vn|an|j|i|l|eng)$/;
const MODIFIER_TAG = /^(?:a|b)$/;

const UNITS =
  '公里|千米|米|厘米|毫米|微米|纳米|公斤|千克|克|吨|升|毫升|摄氏度|度|岁|年|天|小时|分钟|秒|毫秒|人|元|美元|位|字节|比特|赫兹|瓦|伏|平方公里|平方米|立方米|[KMGT]i?B|GHz|MHz|Hz';
const NUMBERS: readonly RegExp[] = [
  /(?:公元前?)?\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?!代)|\d{1,2}月\d{1,2}日/g,
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:\d{2}年代|[一二三四五六七八九]十年代)?/g,
  /\d+(?:\.\d+)?[%％]|百分之[一二三四五六七八九十百]+/g,
  new RegExp(`\\d+(?:[.,]\\d+)*\\s?[百千]?[万亿]?(?:${UNITS})(?![代级])`, 'gu'),
];
const TITLE = /《([^《》]{2,14})》/g;
const QUOTED_TERM = /[“「]([^“”「」A-Za-z，。、]{2,10})[”」]/g;
/** Foreign names have no spaces around them either: they end at punctuation or at a word that no name holds. */
const DOTTED_NAME =
  /(?<=^|[^\p{Script=Han}·]|[的由在和与及是把被对向从家者])\p{Script=Han}{1,6}?(?:·\p{Script=Han}{1,6}?)+(?=$|[^\p{Script=Han}·]|[的在于是和与及曾提发写用把将被为从对等])/gu;

/**
 * Spans of a Chinese sentence that could be blanked: whole noun phrases of 2 to 14 characters, dates and measures, titles,
 * quoted terms and foreign names. A phrase is never cut at a noun or a modifier. Words that the segmenter does not know
 * and plain verbs end a phrase, since what it makes of them is often no word at all.
 */
export function findChineseBlanks(sentence: TaggedSentence): Blank[] {
  const numbers = NUMBERS.flatMap((pattern) => blanksOf(sentence, pattern, 'number'));
  const names = [
    ...blanksOf(sentence, TITLE, 'name', 'TITLE'),
    ...blanksOf(sentence, QUOTED_TERM, 'name'),
    ...blanksOf(sentence, DOTTED_NAME, 'name', 'nr'),
  ];
  const special = withoutOverlap([...numbers, ...names].sort((a, b) => b.text.length - a.text.length));
  const phrases = runsOf(sentence).flatMap(
    (run) => phraseBlank(sentence, withoutMeasure(sentence, run)) ?? [],
  );
  return [...special, ...phrases.filter((phrase) => !special.some((other) => overlaps(phrase, other)))];
}

function phraseBlank(sentence: TaggedSentence, run: readonly TaggedToken[]): Blank | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || !NOUN_TAG.test(last.tag)) return undefined;
  const length = last.end - first.start;
  if (length < CHARACTERS.fewest || length > CHARACTERS.most) return undefined;
  return blankAt(sentence, first.start, last.end, isName(last) ? 'name' : 'term');
}

/** Takes the measure word off that a bare numeral leaves to the phrase: 一 + 分子二氧化碳. */
function withoutMeasure({ tokens }: TaggedSentence, run: readonly TaggedToken[]): readonly TaggedToken[] {
  const before = run[0] && tokens[tokens.indexOf(run[0]) - 1];
  const isBareNumeral = before?.tag === 'm' && /^[\d一二两三四五六七八九十百千万亿几]+$/.test(before.word);
  return isBareNumeral && before.end === run[0]?.start ? run.slice(1) : run;
}

/** Longest sequences of neighbouring words that can belong to one noun phrase, each beside words that cannot. */
function runsOf({ tokens, text }: TaggedSentence): TaggedToken[][] {
  const runs: TaggedToken[][] = [[]];
  for (const token of tokens) {
    const before = runs.at(-1)?.at(-1);
    const touches = before === undefined || text.slice(before.end, token.start).trim() === '';
    if (!belongsToPhrase(token)) runs.push([]);
    else if (touches) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs.filter(({ length }) => length > 0);
}

function belongsToPhrase(token: TaggedToken): boolean {
  if (!isWord(token) || CHINESE.vagueModifiers.has(token.word)) return false;
  return NOUN_TAG.test(token.tag) || MODIFIER_TAG.test(token.tag);
}
