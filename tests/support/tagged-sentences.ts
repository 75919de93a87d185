import type { Keyphrase } from '@/lib/domain/concepts/model';
import { type TaggedSentence, tagSentences } from '@/lib/domain/exercises/tagged-sentence';
import type { Language } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';
import { createChineseTagger } from '@/lib/engine/taggers/chinese-tagger';
import { createEnglishTagger } from '@/lib/engine/taggers/english-tagger';

/** The taggers of the product. */
export const taggers: Readonly<Record<Language, Tagger>> = {
  en: createEnglishTagger(),
  zh: await createChineseTagger(),
};

/** A text as the only sentence of the passage `passage-1`. */
export function sentenceOf(text: string, lang: Language): TaggedSentence {
  const span = { start: 0, end: text.length };
  const [sentence] = tagSentences({ id: 'passage-1', text }, [span], lang, taggers[lang]);
  if (sentence === undefined) throw new Error('no sentence');
  return sentence;
}

/** A key term at every place where its label stands in a text. */
export function keyphraseIn(
  text: string,
  label: string,
  headTag: string,
  passageId = 'passage-1',
): Keyphrase {
  const spans = [];
  for (let start = text.indexOf(label); start >= 0; start = text.indexOf(label, start + 1)) {
    spans.push({ passageId, start, end: start + label.length });
  }
  return { key: label.toLowerCase(), label, forms: [label], headTag, score: 1, spans };
}
