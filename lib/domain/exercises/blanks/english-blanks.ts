import type { TaggedToken } from '../../text/token';
import { isName, isNumber, isWord, type TaggedSentence } from '../tagged-sentence';
import { ENGLISH } from '../words/word-lists';
import { type Blank, blankAt, uniqueBlanks } from './blank';

const MOST_WORDS = 4;

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = new RegExp(
  `\\b(?:\\d{1,2} )?${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?\\b|\\b(?:1[0-9]|20)\\d{2}s?\\b`,
  'g',
);
const NAME_OF_NAME = /\b\p{Lu}[\p{L}-]+ of (?:the )?\p{Lu}[\p{L}-]+/gu;

/**
 * Spans of an English sentence that could be blanked: whole noun phrases of at most four words, dates, and names of the
 * form "University of Vienna". A phrase is never cut: it begins where its run of adjectives, nouns and numbers begins and
 * ends where the run ends, so "steam engine" is never asked as "engine".
 */
export function findEnglishBlanks(sentence: TaggedSentence): Blank[] {
  const dates = spansOf(sentence, DATE).filter(({ text }) => /\d/.test(text));
  const special = [...dates, ...spansOf(sentence, NAME_OF_NAME)];
  const isFree = (blank: Blank): boolean =>
    special.every((other) => blank.end <= other.start || blank.start >= other.end);
  return uniqueBlanks([...special, ...phraseBlanks(sentence).filter(isFree)]);
}

function spansOf(sentence: TaggedSentence, pattern: RegExp): Blank[] {
  return [...sentence.text.matchAll(pattern)].flatMap((match) => {
    const kind = /\d/.test(match[0]) ? 'number' : 'name';
    return blankAt(sentence, match.index, match.index + match[0].length, kind) ?? [];
  });
}

function phraseBlanks(sentence: TaggedSentence): Blank[] {
  return runsOf(sentence.tokens).flatMap((run) => {
    const parts = splitAtPossessive(run);
    return parts.flatMap((part) => phraseBlank(sentence, part) ?? []);
  });
}

function phraseBlank(sentence: TaggedSentence, run: readonly TaggedToken[]): Blank | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    (!/^(?:NOUN|PROPN|NUM)$/.test(last.tag) && last.word !== '%')
  )
    return undefined;
  if (run.filter(isWord).length > MOST_WORDS) return undefined;
  return blankAt(sentence, first.start, last.end, kindOf(run));
}

function kindOf(run: readonly TaggedToken[]): Blank['kind'] {
  if (run.some(isNumber) && !run.some(isName)) return 'number';
  return run.some(isName) ? 'name' : 'term';
}

/** Longest sequences of words that can belong to one noun phrase. */
function runsOf(tokens: readonly TaggedToken[]): TaggedToken[][] {
  const runs: TaggedToken[][] = [];
  let run: TaggedToken[] = [];
  for (const [index, token] of tokens.entries()) {
    if (belongsToPhrase(tokens, index)) {
      run.push(token);
    } else {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run].filter(({ length }) => length > 0);
}

function belongsToPhrase(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (isGlue(tokens, index)) return true;
  if (isGlue(tokens, index - 1) && isWord(token)) return true;
  if (/^['’]s$/.test(token.word)) return true;
  if (token.word === '%' && isNumberAt(tokens, index - 1)) return true;
  if (/^[$€£¥]$/.test(token.word) && isNumberAt(tokens, index + 1)) return true;
  if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.tag) || !isWord(token)) return false;
  return isGlue(tokens, index + 1) || !ENGLISH.vagueModifiers.has(token.word.toLowerCase());
}

/** A hyphen between two words without spaces. */
function isGlue(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (token === undefined || before === undefined || after === undefined) return false;
  return (
    /^[-–]$/.test(token.word) && before.end === token.start && token.end === after.start && isWord(before)
  );
}

function isNumberAt(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && isNumber(token);
}

/** "Newton's second law" gives "Newton" and "second law". */
function splitAtPossessive(run: readonly TaggedToken[]): TaggedToken[][] {
  const parts: TaggedToken[][] = [[]];
  for (const token of run) {
    if (/^['’]s$/.test(token.word)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0);
}
