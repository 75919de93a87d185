import type { Language } from '../text/language';

const UNIT: Readonly<Record<Language, RegExp>> = { en: /\S+/g, zh: /\S/gu };

/** Length of texts as a reader of the language counts it: words in English, characters in Chinese. */
export function textLength(texts: readonly { readonly text: string }[], lang: Language): number {
  return texts.reduce((sum, { text }) => sum + (text.match(UNIT[lang])?.length ?? 0), 0);
}
