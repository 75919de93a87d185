import { joinHyphenated } from '../concepts/join-hyphenated';
import { joinLatin } from '../concepts/join-latin';
import type { Language } from '../text/language';
import type { SentenceSpan, TaggedToken, Tagger } from '../text/token';

/** A sentence of a passage with its tagged words. Token offsets count from the start of the sentence. */
export interface TaggedSentence {
  readonly passageId: string;
  readonly lang: Language;
  readonly text: string;
  /** Offsets in the passage text. */
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly TaggedToken[];
  /** Place in the passage, from 0 (first sentence) to 1 (last); 0 for an only sentence. */
  readonly position: number;
}

const JOIN_TOKENS: Readonly<
  Record<Language, (text: string, tokens: readonly TaggedToken[]) => TaggedToken[]>
> = {
  en: joinHyphenated,
  zh: joinLatin,
};

/** A longer stretch without an end is no sentence, and would take long to look through. */
const LONGEST_SENTENCE = 600;

/** Tags each sentence of a passage by itself; words joined by a hyphen are one token. Endless ones are left out. */
export function tagSentences(
  passage: { readonly id: string; readonly text: string },
  spans: readonly SentenceSpan[],
  lang: Language,
  tagger: Tagger,
): TaggedSentence[] {
  return spans.flatMap(({ start, end }, index) => {
    if (end - start > LONGEST_SENTENCE) return [];
    const text = passage.text.slice(start, end);
    const position = spans.length > 1 ? index / (spans.length - 1) : 0;
    const tokens = JOIN_TOKENS[lang](text, tagger(text));
    return [{ passageId: passage.id, lang, text, start, end, tokens, position }];
  });
}

/** Whether a token is a word or a number rather than punctuation. */
export function isWord(token: TaggedToken): boolean {
  return /[\p{L}\p{N}]/u.test(token.word);
}

/** Whether a token is a number: tagged as one, or beginning with a digit. */
export function isNumber(token: TaggedToken): boolean {
  return token.tag === 'NUM' || token.tag === 'm' || /^\p{Nd}/u.test(token.word);
}

/** Whether a token is part of a proper name. */
export function isName(token: TaggedToken): boolean {
  return token.tag === 'PROPN' || /^n(?:r|s|t|z)/.test(token.tag);
}
