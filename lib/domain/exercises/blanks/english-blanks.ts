import type { TaggedToken } from '../../text/token';
import { isPlural } from '../distractors/fit-form';
import { isName, isNumber, isWord, type TaggedSentence } from '../tagged-sentence';
import { ENGLISH } from '../words/word-lists';
import { type Blank, blankAt, blanksOf, overlaps, withoutOverlap } from './blank';

const MOST_WORDS = 4;

const DATE =
  /\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{3,4})?\b|\b(?:1\d|20)\d{2}s?\b/g;
const NAME_OF_NAME = /\b\p{Lu}[\p{L}-]+ of (?:the )?\p{Lu}[\p{L}-]+/gu;
const CALLED_NAME = /(?<![\w.])([A-Za-z_]\w*)(?=\(\))/g;

/**
 * Spans of an English sentence that could be blanked: whole noun phrases of at most four words, dates, names of the form
 * "University of Vienna", and functions written with their brackets. A phrase is never cut: it begins where its run of
 * adjectives, nouns and numbers begins and ends where the run ends, so "steam engine" is never asked as "engine".
 */
export function findEnglishBlanks(sentence: TaggedSentence): Blank[] {
  const dates = blanksOf(sentence, DATE, 'number').filter(({ text }) => /\d/.test(text));
  const names = blanksOf(sentence, NAME_OF_NAME, 'name', 'PROPN');
  const calls = blanksOf(sentence, CALLED_NAME, 'name', 'CALL');
  const special = withoutOverlap([...dates, ...names, ...calls]);
  const phrases = runsOf(sentence.tokens)
    .flatMap(splitRun)
    .flatMap((run) => phraseBlank(sentence, run) ?? []);
  return [...special, ...phrases.filter((phrase) => !special.some((other) => overlaps(phrase, other)))];
}

function phraseBlank(sentence: TaggedSentence, run: readonly TaggedToken[]): Blank | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.filter(isWord).length > MOST_WORDS) return undefined;
  if (!/^(?:NOUN|PROPN|NUM)$/.test(last.tag) && last.word !== '%') return undefined;
  if (isVerbInDisguise(sentence, run.at(-2), last)) return undefined;
  const kind = kindOf(sentence, run);
  return blankAt(sentence, first.start, last.end, kind, kind === 'term' ? 'NOUN' : undefined);
}

/**
 * A noun straight before a determiner, a pronoun or a number ("Strings support a …", "Type the …"), or one behind a plural
 * ("sequence patterns support"), is a verb that the tagger took for a noun.
 */
function isVerbInDisguise(
  { tokens }: TaggedSentence,
  before: TaggedToken | undefined,
  last: TaggedToken,
): boolean {
  if (last.tag !== 'NOUN') return false;
  const next = tokens[tokens.indexOf(last) + 1];
  if (next !== undefined && /^(?:DET|PRON|NUM)$/.test(next.tag)) return true;
  return before?.tag === 'NOUN' && isPlural(before.word) && !isPlural(last.word);
}

function kindOf({ tokens }: TaggedSentence, run: readonly TaggedToken[]): Blank['kind'] {
  const [first, head] = [run[0], run.at(-1)];
  if (first === undefined || head === undefined) return 'term';
  if (isNumber(first) || /^[$€£¥]$/.test(first.word)) return 'number';
  const isOpening = run.length === 1 && head === tokens[0] && !/\p{Lu}.*[\p{Lu}\d]/u.test(head.word);
  const isNumbered = isNumber(head) && isName(first);
  return (isName(head) || isNumbered) && !isOpening ? 'name' : 'term';
}

/** Longest sequences of words that can belong to one noun phrase. */
function runsOf(tokens: readonly TaggedToken[]): TaggedToken[][] {
  const runs: TaggedToken[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    if (belongsToPhrase(tokens, index)) runs.at(-1)?.push(token);
    else runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}

function belongsToPhrase(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (/^['’]s$/.test(token.word)) return token.tag === 'PART';
  if (token.word === '%') return before !== undefined && isNumber(before);
  if (/^[$€£¥]$/.test(token.word)) return after !== undefined && isNumber(after);
  return /^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.tag) && isWord(token) && !isVague(token);
}

function isVague({ word }: TaggedToken): boolean {
  return ENGLISH.vagueModifiers.has(word.toLowerCase());
}

/** "Newton's second law" gives "Newton" and "second law", "the physicist Lise Meitner" gives "physicist" and "Lise Meitner". */
function splitRun(run: readonly TaggedToken[]): TaggedToken[][] {
  const parts: TaggedToken[][] = [[]];
  for (const [index, token] of run.entries()) {
    const isGluedName = token.tag === 'PROPN' && run[index - 1]?.tag === 'NOUN';
    if (token.tag === 'PART') parts.push([]);
    else if (isGluedName) parts.push([token]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0);
}
