import type { Language } from '../../text/language';
import type { TaggedSentence } from '../tagged-sentence';
import type { Blank } from './blank';
import { findChineseBlanks } from './chinese-blanks';
import { findEnglishBlanks } from './english-blanks';

const FINDERS: Readonly<Record<Language, (sentence: TaggedSentence) => Blank[]>> = {
  en: findEnglishBlanks,
  zh: findChineseBlanks,
};

/** Spans of the sentence that could be taken out, without overlap rules: the best one is for the score to say. */
export function findBlanks(sentence: TaggedSentence): Blank[] {
  return FINDERS[sentence.lang](sentence);
}
