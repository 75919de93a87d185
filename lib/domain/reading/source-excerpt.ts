/** A quoted sentence with its key and some of the passage around it; read together they are the text as it stood. */
export interface SourceExcerpt {
  readonly before: string;
  readonly sentenceBefore: string;
  readonly key: string;
  readonly sentenceAfter: string;
  readonly after: string;
}

/** Most of the passage to keep on each side of the sentence, in UTF-16 units. */
const CONTEXT_CHARS = 110;

export interface ExcerptRequest {
  readonly passage: string;
  /** Where the sentence stands in the passage. */
  readonly sentence: { readonly start: number; readonly end: number };
  readonly stem: { readonly before: string; readonly after: string };
  readonly key: string;
  readonly lang: string;
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

function firstWords(text: string, lang: string): string {
  if (text.length <= CONTEXT_CHARS) return text;
  const cut = segmentStart(text.slice(0, 2 * CONTEXT_CHARS), CONTEXT_CHARS, lang);
  return `${text.slice(0, cut).trimEnd()}…`;
}

function lastWords(text: string, lang: string): string {
  if (text.length <= CONTEXT_CHARS) return text;
  const tail = text.slice(-2 * CONTEXT_CHARS);
  const cut = segmentEnd(tail, tail.length - CONTEXT_CHARS, lang);
  return `…${tail.slice(cut).trimStart()}`;
}

function segmentStart(text: string, index: number, lang: string): number {
  return segmentAt(text, index, lang)?.index ?? index;
}

function segmentEnd(text: string, index: number, lang: string): number {
  const segment = segmentAt(text, index, lang);
  return segment === undefined || segment.index === index ? index : segment.index + segment.segment.length;
}

function segmentAt(text: string, index: number, lang: string): Intl.SegmentData | undefined {
  return new Intl.Segmenter(lang, { granularity: 'word' }).segment(text).containing(index);
}
