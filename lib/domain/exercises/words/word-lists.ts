import chinese from './chinese.json' with { type: 'json' };
import english from './english.json' with { type: 'json' };

/** Word lists of the rules for English sentences; all in lower case. */
export const ENGLISH = {
  connectives: byLength(english.connectives),
  anaphoricStarts: new Set(english.anaphoricStarts),
  quantifiers: new Set(english.quantifiers),
  anaphoricPronouns: new Set(english.anaphoricPronouns),
  talkers: new Set(english.talkers),
  definiteLinks: new Set(english.definiteLinks),
  readerRequests: new Set(english.readerRequests),
  vagueModifiers: new Set(english.vagueModifiers),
  trivialNouns: new Set(english.trivialNouns),
  months: new Set(english.months),
  referenceNouns: new Set(english.referenceNouns),
};

/** Word lists of the rules for Chinese sentences. */
export const CHINESE = {
  connectives: byLength(chinese.connectives),
  anaphoricStarts: chinese.anaphoricStarts,
  anaphoricWords: new Set(chinese.anaphoricWords),
  anaphoricEarly: chinese.anaphoricEarly,
  anaphoricAnywhere: chinese.anaphoricAnywhere,
  anaphoraExceptions: chinese.anaphoraExceptions,
  pageTalk: chinese.pageTalk,
  talkers: chinese.talkers,
  vagueModifiers: new Set(chinese.vagueModifiers),
  trivialNouns: new Set(chinese.trivialNouns),
};

/** Longest first, so that the first match is the whole expression. */
function byLength(expressions: readonly string[]): string[] {
  return [...expressions].sort((a, b) => b.length - a.length);
}
