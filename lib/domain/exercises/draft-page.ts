import type { Keyphrase } from '../concepts/model';
import type { Passage } from '../reading/model';
import type { Language, TextLanguage } from '../text/language';
import { splitSentences } from '../text/split-sentences';
import type { Tagger } from '../text/token';
import { indexKeyTerms } from './blanks/key-terms';
import { type Draft, draftExercise } from './draft';
import { tagSentences } from './tagged-sentence';

/** Blocks that hold sentences; code, tables and formulas do not. */
const ASKED_KINDS: ReadonlySet<Passage['kind']> = new Set(['prose', 'quote', 'list']);

export interface PageText {
  readonly passages: readonly Passage[];
  readonly passageLanguages: ReadonlyMap<string, TextLanguage>;
  readonly keyphrases: Partial<Record<Language, readonly Keyphrase[]>>;
}

/** Every sentence of the page that can be asked about, with its best blank, in page order. */
export function draftPage(
  { passages, passageLanguages, keyphrases }: PageText,
  taggers: Partial<Record<Language, Tagger>>,
): Draft[] {
  const indexes = {
    en: indexKeyTerms(keyphrases.en ?? []),
    zh: indexKeyTerms(keyphrases.zh ?? []),
  };
  return passages.flatMap((passage) => {
    const lang = passageLanguages.get(passage.id) ?? passage.lang;
    if (lang === 'other' || !ASKED_KINDS.has(passage.kind)) return [];
    const tagger = taggers[lang];
    if (tagger === undefined) return [];
    const sentences = tagSentences(passage, splitSentences(passage.text, lang), lang, tagger);
    return sentences.flatMap((sentence) => draftExercise(sentence, indexes[lang]) ?? []);
  });
}
