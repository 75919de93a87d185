import { isStopWord } from '../text/stop-words';
import type { TaggedToken } from '../text/token';
import type { CandidateRules } from './candidate';
import { joinHyphenated } from './join-hyphenated';
import vagueTerms from './vague-terms.json';

const VAGUE: ReadonlySet<string> = new Set(vagueTerms.en);

const isStop = (unit: TaggedToken) => isStopWord(unit.word, 'en');

/** Parts of speech that English terms are made of: nouns, content adjectives, participles, foreign words, numbers. */
function isTermUnit(unit: TaggedToken): boolean {
  switch (unit.tag) {
    case 'NOUN':
    case 'NUM':
      return true;
    case 'PROPN':
      return unit.word.length > 1 || /^\p{L}$/u.test(unit.word);
    case 'ADJ':
      return !isStop(unit);
    case 'VERB':
      return /(?:ing|ed)$/i.test(unit.word) && !isStop(unit);
    case 'X':
      return /^[\p{L}\p{N}-]+$/u.test(unit.word);
    default:
      return false;
  }
}

function mayEnd(unit: TaggedToken): boolean {
  if (isStop(unit)) return false;
  return /^(?:NOUN|PROPN|X)$/.test(unit.tag) || (unit.tag === 'VERB' && /ing$/i.test(unit.word));
}

function isTerm(units: readonly TaggedToken[], surface: string): boolean {
  const first = units[0];
  const last = units.at(-1);
  if (!first || !last || first.tag === 'NUM' || isStop(first) || !mayEnd(last)) return false;
  if (units.length > 1) return true;
  return /\p{L}.*\p{L}/u.test(surface) && !VAGUE.has(surface.toLowerCase()) && !VAGUE.has(last.stem);
}

export const ENGLISH_RULES: CandidateRules = {
  joinTokens: joinHyphenated,
  mayTouch: (between) => between === ' ',
  isTermUnit,
  isTerm,
  keyOf: (units) => units.map(({ stem }) => stem).join(' '),
  labelOf: (surface) => surface,
};
