import { findCodeRuns } from '../../text/code-runs';
import type { Language } from '../../text/language';
import type { TaggedSentence } from '../tagged-sentence';
import { type Blank, blankAt, hasCleanEdges } from './blank';
import { findChineseBlanks } from './chinese-blanks';
import { findEnglishBlanks } from './english-blanks';
import type { KeyTermMap } from './key-terms';

const FINDERS: Readonly<Record<Language, (sentence: TaggedSentence) => Blank[]>> = {
  en: findEnglishBlanks,
  zh: findChineseBlanks,
};

/** Tags of words that can be the head of a key term; a bare verb has too many rivals. */
const HEAD_TAG = /^(?:NOUN|PROPN|X|n\w*|vn|an|j|i|l|t|eng|x)$/;

/** Tags that continue a noun phrase to the left (modifiers) and to the right (nouns). */
const PHRASE_TAG = /^(?:ADJ|NOUN|PROPN|NUM|n\w*|vn|an|a|b|j|l|eng|x)$/;

/**
 * Spans of the sentence that could be taken out: noun phrases, names, numbers, and key terms of the page that are no part
 * of a longer phrase. They may overlap: which is best is for the score to say.
 */
export function findBlanks(sentence: TaggedSentence, keyTerms: KeyTermMap): Blank[] {
  const found = FINDERS[sentence.lang](sentence);
  const terms = keyTerms
    .spansIn(sentence)
    .filter(({ start, end }) => !found.some((blank) => blank.start === start && blank.end === end))
    .map(({ start, end }) => blankAt(sentence, start, end, 'term'))
    .filter((blank) => HEAD_TAG.test(blank.headTag) && standsAlone(sentence, blank));
  const isCode = findCodeRuns(sentence.text);
  return [...found, ...terms].filter(
    (blank) => hasCleanEdges(sentence, blank, isCode) && !keyTerms.isCutBy(sentence, blank),
  );
}

/** Whether the words beside the span do not belong to the same phrase. */
function standsAlone({ tokens, text }: TaggedSentence, blank: Blank): boolean {
  const first = tokens.findIndex(({ start }) => start === blank.start);
  const last = tokens.findIndex(({ end }) => end === blank.end);
  if (first < 0 || last < 0) return false;
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const touches = (from: number, to: number): boolean => text.slice(from, to).trim() === '';
  const continuesLeft = before && PHRASE_TAG.test(before.tag) && touches(before.end, blank.start);
  const continuesRight = after && PHRASE_TAG.test(after.tag) && touches(blank.end, after.start);
  return !(continuesLeft || continuesRight);
}
