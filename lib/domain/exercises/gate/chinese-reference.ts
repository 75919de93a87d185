import { isWord, type TaggedSentence } from '../tagged-sentence';
import { CHINESE } from '../words/word-lists';
import type { GateReason, SentenceCheck } from './gate-reason';

/** A pronoun in the first clause points out of the sentence; a first clause longer than this is looked at so far only. */
const EARLY_CHARACTERS = { fewest: 6, most: 20 };

/** Tags of words that begin a sentence without a subject, an order or a leftover: verb, adverb, particle. */
const SUBJECTLESS_TAG = /^(?:v|vd|d|u\w*|y|e|o)$/;
const SUBJECTLESS_WORD =
  /^(?:把|被|将|使|让|令|是|会|能|能够|可|可以|应|应该|必须|需要|想要|要|即|以及|及|和|与|或)$/;
const NUMBERED_PART = /第\s*[一二三四五六七八九十\d.]+\s*[章节页]|[图表]\s*\d|“[^”]*”[一]?[章节]/;

/** Checks that a Chinese sentence can be understood away from its page. */
export const CHINESE_CHECKS: readonly SentenceCheck[] = [
  ({ text }) => (CHINESE.talkers.some((word) => text.includes(word)) ? 'talk' : undefined),
  checkPageTalk,
  checkStart,
  checkEarlyPronoun,
];

function checkPageTalk({ text }: TaggedSentence): GateReason | undefined {
  const isPageTalk = CHINESE.pageTalk.some((word) => text.includes(word)) || NUMBERED_PART.test(text);
  return isPageTalk ? 'page-talk' : undefined;
}

function checkStart({ text, tokens }: TaggedSentence): GateReason | undefined {
  const rest = stripChineseConnectives(text);
  const first = tokens.find((token) => token.start >= text.length - rest.length && isWord(token));
  if (first === undefined) return 'no-subject';
  const pointsBack = CHINESE.anaphoricStarts.some((word) => rest.startsWith(word));
  if (pointsBack || CHINESE.anaphoricWords.has(first.word)) return 'anaphora-start';
  return SUBJECTLESS_WORD.test(first.word) || SUBJECTLESS_TAG.test(first.tag) ? 'no-subject' : undefined;
}

function checkEarlyPronoun({ text }: TaggedSentence): GateReason | undefined {
  const rest = stripChineseConnectives(text);
  const clause = Math.max(EARLY_CHARACTERS.fewest, rest.search(/[，；：。]/));
  let early = rest.slice(0, Math.min(clause, EARLY_CHARACTERS.most));
  for (const word of CHINESE.anaphoraExceptions) early = early.replaceAll(word, '');
  if (CHINESE.anaphoricEarly.some((word) => early.includes(word))) return 'anaphora-early';
  return CHINESE.anaphoricAnywhere.some((word) => rest.includes(word)) ? 'anaphora-early' : undefined;
}

/** The sentence without up to two connectives (但是，例如，…) at its start. */
function stripChineseConnectives(text: string): string {
  let rest = text;
  for (let round = 0; round < 2; round += 1) {
    const found = CHINESE.connectives.find((connective) => rest.startsWith(connective));
    if (found === undefined) break;
    rest = rest.slice(found.length).replace(/^[，、：,\s]+/, '');
  }
  return rest;
}
