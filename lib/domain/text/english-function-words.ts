import words from './english-function-words.json';

const ENGLISH: ReadonlySet<string> = new Set(words.english);
const SHARED: ReadonlySet<string> = new Set(words.shared);

/** Whether the word, in any case, is a common English grammar word that no neighbouring language also spells. */
export function isDistinctlyEnglish(word: string): boolean {
  return ENGLISH.has(word.toLowerCase());
}

/** Whether the word, in any case, is a common English grammar word (the, of, a, which, when, …). */
export function isEnglishFunctionWord(word: string): boolean {
  const folded = word.toLowerCase();
  return ENGLISH.has(folded) || SHARED.has(folded);
}
