import type { Language } from '../text/language';
import { areAcronym } from './gate/leak';
import { foldAnswer } from './grading/fold-answer';

const LONGEST_ALIAS = 40;

/**
 * Other names that a text gives a term in brackets straight behind it: "Free Software Foundation (FSF)", 文件系统（file
 * system）. In English only an acronym or its meaning counts, since a bracket may hold any remark.
 */
export function findAliases(key: string, text: string, lang: Language): string[] {
  const aliases = new Map<string, string>();
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    const alias = bracketedAt(text, at + key.length);
    if (alias === undefined || !isAlias(alias, key, lang)) continue;
    aliases.set(foldAnswer(alias, lang), alias);
  }
  aliases.delete(foldAnswer(key, lang));
  return [...aliases.values()];
}

/** The words in a short bracket that opens at the offset, at most behind one blank. */
function bracketedAt(text: string, offset: number): string | undefined {
  const rest = text.slice(offset, offset + LONGEST_ALIAS);
  return /^ ?[(（]([^()（）,，;；。]+)[)）]/.exec(rest)?.[1]?.trim();
}

function isAlias(alias: string, key: string, lang: Language): boolean {
  if (lang === 'en') return areAcronym(alias, key);
  const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);
  return isHan(alias) !== isHan(key) && /^\p{L}[\p{L}\p{N} .+-]+$/u.test(alias);
}
