import { en, zh } from 'stopwords-iso/stopwords-iso.json';
import type { Language } from './language';
import contentWords from './stop-word-exceptions.json';

const ENGLISH: ReadonlySet<string> = new Set(en.filter((word) => !contentWords.includes(word)));
const CHINESE: ReadonlySet<string> = new Set(zh);

/**
 * Whether the word carries no content of its own. English content words that the list of stopwords-iso holds by mistake
 * (problem, system, value, …) are no stop words, and neither are acronyms such as IT or WHO.
 */
export function isStopWord(word: string, lang: Language): boolean {
  if (lang === 'zh') return CHINESE.has(word.toLowerCase());
  return !/^\p{Lu}{2,}$/u.test(word) && ENGLISH.has(word.toLowerCase());
}
