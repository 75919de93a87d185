import type { Language } from '../text/language';

/** A quoted sentence with its key and some of the passage around it; read together they are the text as it stood. */
export interface SourceExcerpt {
  readonly before: string;
  readonly sentenceBefore: string;
  readonly key: string;
  readonly sentenceAfter: string;
  readonly after: string;
}

/** Most of the passage to keep on each side of the sentence: about two lines of a card, in UTF-16 units. */
const CONTEXT_CHARS: Readonly<Record<Language, number>> = { en: 110, zh: 44 };

export interface ExcerptRequest {
  readonly passage: string;
  /** Where the sentence stands in the passage. */
  readonly sentence: { readonly start: number; readonly end: number };
  readonly stem: { readonly before: string; readonly after: string };
  readonly key: string;
  readonly lang: Language;
}

/**
 * Cuts a passage down to a sentence and its surroundings, at word boundaries; cut ends carry an ellipsis. When the
 * passage does not hold the sentence at that place, the surroundings stay empty.
 */
export function excerptAround({ passage, sentence, stem, key, lang }: ExcerptRequest): SourceExcerpt {
  const quoted = `${stem.before}${key}${stem.after}`;
  const found = passage.slice(sentence.start, sentence.end) === quoted;
  return {
    before: found ? lastWords(passage.slice(0, sentence.start), lang) : '',
    sentenceBefore: stem.before,
    key,
    sentenceAfter: stem.after,
    after: found ? firstWords(passage.slice(sentence.end), lang) : '',
  };
}

function firstWords(text: string, lang: Language): string {
  const room = CONTEXT_CHARS[lang];
  if (text.length <= room) return text;
  const cut = segmentStart(text.slice(0, 2 * room), room, lang);
  return `${text.slice(0, cut).replace(/[\p{P}\s]+$/u, '')}…`;
}

function lastWords(text: string, lang: Language): string {
  const room = CONTEXT_CHARS[lang];
  if (text.length <= room) return text;
  const tail = text.slice(-2 * room);
  const cut = segmentEnd(tail, tail.length - room, lang);
  return `…${tail.slice(cut).replace(/^[\p{P}\s]+/u, '')}`;
}

function segmentStart(text: string, index: number, lang: Language): number {
  return segmentAt(text, index, lang)?.index ?? index;
}

function segmentEnd(text: string, index: number, lang: Language): number {
  const segment = segmentAt(text, index, lang);
  return segment === undefined || segment.index === index ? index : segment.index + segment.segment.length;
}

function segmentAt(text: string, index: number, lang: Language): Intl.SegmentData | undefined {
  return new Intl.Segmenter(lang, { granularity: 'word' }).segment(text).containing(index);
}
