import type { Language } from '../../text/language';
import { chineseNumber, englishNumber } from './number-words';

/** Longer answers are cut: no key is near this length, and grading stays cheap whatever is pasted. */
const MAX_ANSWER_CHARACTERS = 400;

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const THOUSANDS_COMMA = /(?<=\d),(?=\d{3}(?!\d))/g;
const MINUS = /(?<![\p{L}\p{N}])[-−–](?=\d)/gu;
/** Punctuation that carries meaning in a term (C#, 50%, .5, R&D) is not in here. */
const IGNORED_PUNCTUATION = /(?![#%&@~])\p{P}/gu;
const CHINESE_NUMERAL = /[零〇一二两三四五六七八九十百千万]+/g;
const SPELLED_PERCENT = /百分之([零〇一二两三四五六七八九十百]+|\d+(?:~\d+)?)/g;
const ENGLISH_ARTICLES = new Set(['a', 'an', 'the']);

/**
 * What is left of an answer when writing habits are taken away: Unicode compatibility forms (full-width letters), case,
 * spaces, punctuation, English articles and plural endings, and the way that small numbers are written. Two answers with
 * the same fold are the same answer. Linear in the length of the answer.
 */
export function foldAnswer(answer: string, lang: Language): string {
  const plain = answer
    .slice(0, MAX_ANSWER_CHARACTERS)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(THOUSANDS_COMMA, '')
    .replace(MINUS, '~m')
    .replace(/(?<=\d)\.(?=\d)/g, '~')
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replace(IGNORED_PUNCTUATION, ' ');
  return lang === 'zh' ? foldChinese(plain) : foldEnglish(plain);
}

function foldEnglish(plain: string): string {
  const words = plain.split(/\s+/u).filter((word) => word !== '');
  const content = words.filter((word) => !ENGLISH_ARTICLES.has(word));
  return (content.length > 0 ? content : words).map(foldEnglishWord).join('');
}

function foldEnglishWord(word: string): string {
  const value = englishNumber(word);
  return value === undefined ? singular(word) : String(value);
}

function foldChinese(plain: string): string {
  return plain
    .replace(/\s+/gu, '')
    .replace(SPELLED_PERCENT, '$1%')
    .replace(CHINESE_NUMERAL, (numeral) => String(chineseNumber(numeral) ?? numeral));
}

/** Takes a regular English plural ending off; words in -ss, -us and -is stay. Made to compare words, not to be read. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const isPlural = word.length >= 4 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word);
  const stem = isPlural ? word.slice(0, -1) : word;
  return stem.replace(/(?<=ss|x|[cs]h|zz)e$/, '');
}
