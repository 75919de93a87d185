import type { BlockKind, Passage } from '../reading/model';
import type { Language } from '../text/language';

const SPEAKING_KINDS: ReadonlySet<BlockKind> = new Set(['prose', 'list', 'quote']);
const FEWEST_WORDS = 8;
const FEWEST_CHARACTERS = 15;

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
  if (passage.lang === 'en') return (passage.text.match(/\S+/g)?.length ?? 0) >= FEWEST_WORDS;
  return passage.lang === 'zh' && (passage.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= FEWEST_CHARACTERS;
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
