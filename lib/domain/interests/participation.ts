import type { BlockKind, Passage } from '../reading/model';
import type { Language } from '../text/language';

const SPEAKING_KINDS: ReadonlySet<BlockKind> = new Set(['prose', 'list', 'quote']);

/** Found without going on to the end of the text, which is asked of everything that was ever read. */
const EIGHT_WORDS = /^\s*(?:\S+\s+){7}\S/;
const FIFTEEN_CHARACTERS = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){15}/u;

/** A passage of a language that interests are made for. */
export type SpokenPassage = Passage & { readonly lang: Language };

export function isSpoken(passage: Passage): passage is SpokenPassage {
  return passage.lang !== 'other';
}

/**
 * Whether a passage says enough about a subject to shape interests. Code, tables, formulas, captions and fragments do
 * not; they follow the passages around them.
 */
export function shapesInterests(passage: Passage): passage is SpokenPassage {
  if (!SPEAKING_KINDS.has(passage.kind)) return false;
  if (passage.lang === 'en') return EIGHT_WORDS.test(passage.text);
  return passage.lang === 'zh' && FIFTEEN_CHARACTERS.test(passage.text);
}

/** Names and commands of another language stand in most texts; from this share on it is a language of the text. */
const LANGUAGE_SHARE = 0.15;

/** The languages that a fair share of the passages is written in. */
export function writtenLanguages(passages: readonly SpokenPassage[]): Set<Language> {
  const counts = new Map<Language, number>();
  for (const { lang } of passages) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= LANGUAGE_SHARE * passages.length).map(([lang]) => lang),
  );
}
