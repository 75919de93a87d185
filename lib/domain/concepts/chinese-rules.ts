import { dropBlanksBesideCjk } from '../text/cjk-blanks';
import { isStopWord } from '../text/stop-words';
import type { TaggedToken } from '../text/token';
import type { CandidateRules } from './candidate';
import lightWords from './chinese-light-words.json';
import { joinLatin } from './join-latin';
import vagueTerms from './vague-terms.json';

const TERM_TAGS: ReadonlySet<string> = new Set(
  'n nz ns nr nt nrt nrfg ng v vn vg vi a an b l i j s t g h k eng'.split(' '),
);
/** Tags that hold both grammar words and content words; the longer words are content. */
const MIXED_TAGS: ReadonlySet<string> = new Set(['d', 'zg', 'ad', 'vd', 'q']);
/** Adjectives of one character that form terms (高血压, 新能源), and those that are grammar unless tagged as adjectives. */
const TERM_ADJECTIVES: ReadonlySet<string> = new Set('大小新高低多');
const GRAMMAR_CHARACTERS: ReadonlySet<string> = new Set('大小等多少新高低好');

/** Verbs and adverbs that the stop list lacks and that name nothing (用于, 没有, 能够). */
const LIGHT: ReadonlySet<string> = new Set(lightWords);
const VAGUE: ReadonlySet<string> = new Set(vagueTerms.zh);
const HAS_LETTER = /[\p{Script=Han}\p{Script=Latin}]/u;
const MIN_CHARS = 2;
const MAX_CHARS = 14;

const isStop = ({ word }: TaggedToken) => LIGHT.has(word) || isStopWord(word, 'zh');

function isTermUnit(unit: TaggedToken): boolean {
  const { word, tag } = unit;
  if ([...word].length === 1) return isTermCharacter(unit);
  if (isStop(unit)) return false;
  if (TERM_TAGS.has(tag) || MIXED_TAGS.has(tag)) return true;
  return tag === 'x' && /^[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\d-]+$/u.test(word);
}

function isTermCharacter(unit: TaggedToken): boolean {
  const { word, tag } = unit;
  if (tag === 'eng') return true;
  if (!/^\p{Script=Han}$/u.test(word)) return false;
  if (GRAMMAR_CHARACTERS.has(word)) return /^[ab]$/.test(tag) && TERM_ADJECTIVES.has(word);
  return !isStop(unit) && (TERM_TAGS.has(tag) || tag === 'x');
}

function isTerm(units: readonly TaggedToken[], surface: string): boolean {
  const first = units[0];
  const last = units.at(-1);
  if (!first || !last || isStop(first) || isStop(last)) return false;
  const label = dropBlanksBesideCjk(surface);
  const length = [...label].length;
  if (length < MIN_CHARS || !HAS_LETTER.test(label)) return false;
  if (length > MAX_CHARS && !/\p{Script=Latin}/u.test(label)) return false;
  return !VAGUE.has(label);
}

export const CHINESE_RULES: CandidateRules = {
  joinTokens: joinLatin,
  mayTouch: (between) => between === '' || between === ' ',
  isTermUnit,
  isTerm,
  keyOf: (_units, surface) => dropBlanksBesideCjk(surface).toLowerCase(),
  labelOf: dropBlanksBesideCjk,
};
