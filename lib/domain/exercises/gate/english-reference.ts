import type { TaggedToken } from '../../text/token';
import { isName, isNumber, isWord, type TaggedSentence } from '../tagged-sentence';
import { ENGLISH } from '../words/word-lists';
import type { GateReason, SentenceCheck } from './gate-reason';

/** How far into the sentence a pronoun most likely points out of it. */
const EARLY_WORDS = 7;

const EXPLETIVE = /^it(?:'s| is| was| has been| can be| may be)\b.{1,60}?\b(?:that|when|to|who)\b/i;

const CHAT =
  /\byou['’](?:re|d|ll|ve)\b|^(?:perhaps|just|of course not|by the way|fortunately|unfortunately|hopefully|well|ok|okay)\b/i;

const PAGE_TALK: readonly RegExp[] = [
  /\b(?:the|this|that|these|those|in|next|last|previous|following|preceding|earlier|later|our|above|below) (?:chapter|section|tutorial|article|page|figure|table|appendix|paragraph|examples?|exercise|listing|manual|document|documentation|code|program|snippet|lesson|course|session|output)\b/i,
  /\b(?:shown|described|explained|mentioned|discussed|noted|seen|listed|introduced|defined|given|used) (?:above|below|earlier|previously|before|later|here|in (?:section|chapter))\b/i,
  /\bthe (?:next|previous|preceding|remaining) (?:one|two|three|four|five|few|\d+)\b(?! (?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b)/i,
  /\b(?:the following|as follows|see also|for (?:more|further) (?:information|details)|refer to the)\b/i,
  /\b(?:above|below)(?=[,.;:)])/i,
  /\b(?:section|chapter|figure|fig\.|table|appendix|listing) \d/i,
  /\((?:see|cf\.|compare)\b/i,
  /(?<!\b(?:to|can|will|you|we|could|may|let|often|not)) see\b/i,
  /\bfor (?:an? )?(?:more|further|additional|full|complete)\b.*\b(?:explanations?|information|details|examples|discussion|description|overview|reference|documentation)\b/i,
];

/** Checks that an English sentence can be understood away from its page. */
export const ENGLISH_CHECKS: readonly SentenceCheck[] = [
  checkTalk,
  ({ text }) => (PAGE_TALK.some((pattern) => pattern.test(text)) ? 'page-talk' : undefined),
  checkStart,
  checkEarlyPronoun,
  checkBareDefinite,
];

function checkTalk({ text, tokens }: TaggedSentence): GateReason | undefined {
  if (tokens.some(({ word }) => ENGLISH.talkers.has(word.toLowerCase()))) return 'talk';
  if (CHAT.test(text)) return 'talk';
  const rest = stripConnectives(text);
  const [first = ''] = wordsOf(rest);
  return ENGLISH.readerRequests.has(first) || startsWithVerb(tokens, text.length - rest.length)
    ? 'talk'
    : undefined;
}

/** An order ("Extend the list …") or a line without a subject ("Raises an error …"); participles may begin a sentence. */
function startsWithVerb(tokens: readonly TaggedToken[], offset: number): boolean {
  const first = tokens.find((token) => token.start >= offset && isWord(token));
  return first !== undefined && first.tag === 'VERB' && !/(?:ing|ed|en|iven|ade|own)$/i.test(first.word);
}

function checkStart({ text }: TaggedSentence): GateReason | undefined {
  const rest = stripConnectives(text);
  if (EXPLETIVE.test(rest)) return undefined;
  const words = wordsOf(rest);
  const starts = [1, 2].map((count) => words.slice(0, count).join(' '));
  if (starts.some((start) => ENGLISH.anaphoricStarts.has(start))) return 'anaphora-start';
  return isBareQuantifier(words) ? 'anaphora-start' : undefined;
}

/** "Some are …", "One of the …": a quantity of something that was named before. */
function isBareQuantifier([first = '', second = '']: readonly string[]): boolean {
  return (
    ENGLISH.quantifiers.has(first) && /^(?:of|is|are|was|were|has|have|can|may|will|do|does)$/.test(second)
  );
}

/** A pronoun early in the sentence with no name before it that it could stand for. */
function checkEarlyPronoun({ text, tokens }: TaggedSentence): GateReason | undefined {
  if (EXPLETIVE.test(stripConnectives(text))) return undefined;
  if (/\b(?:this|these|those)\b/i.test(text)) return 'anaphora-early';
  const words = tokens.filter(isWord).slice(0, EARLY_WORDS);
  if (words.some(({ word }) => /^such$/i.test(word))) return 'anaphora-early';
  for (const [index, token] of words.entries()) {
    const isCapitalised = index > 0 && /^\p{Lu}/u.test(token.word);
    if (isCapitalised || isName(token)) return undefined;
    if (!ENGLISH.anaphoricPronouns.has(token.word.toLowerCase())) continue;
    if (isPossessive(token.word) && words.slice(0, index).some(({ tag }) => tag === 'NOUN')) continue;
    return 'anaphora-early';
  }
  return undefined;
}

/** "The engine was …" points back; "The engine of the car", "The steam engine" and "The engine built in 1712" do not. */
function checkBareDefinite({ text, tokens }: TaggedSentence): GateReason | undefined {
  const words = tokens.filter(isWord);
  const offset = wordsOf(text).length - wordsOf(stripConnectives(text)).length;
  const [article, ...rest] = words.slice(offset);
  if (article?.word.toLowerCase() !== 'the') return undefined;
  const phrase = rest.slice(0, phraseLength(rest));
  const telling = phrase.filter(({ word }) => !ENGLISH.vagueModifiers.has(word.toLowerCase()));
  if (telling.length >= 2 || rest.slice(0, 3).some((token) => isName(token) || isNumber(token)))
    return undefined;
  const next = rest[phrase.length]?.word.toLowerCase() ?? '';
  return ENGLISH.definiteLinks.has(next) ? undefined : 'bare-definite';
}

function phraseLength(words: readonly TaggedToken[]): number {
  const end = words.findIndex(({ tag }) => !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tag));
  return end < 0 ? words.length : end;
}

function isPossessive(word: string): boolean {
  return /^(?:its|their|his|her)$/i.test(word);
}

/** The sentence without up to two connectives ("However, for example, …") at its start. */
function stripConnectives(text: string): string {
  let rest = text;
  for (let round = 0; round < 2; round += 1) {
    const lower = rest.toLowerCase();
    const found = ENGLISH.connectives.find(
      (connective) => lower.startsWith(connective) && /^,?\s/.test(rest.slice(connective.length)),
    );
    if (found === undefined) break;
    rest = rest.slice(found.length).replace(/^,?\s+/, '');
  }
  return rest;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}
