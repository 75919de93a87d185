import { isWord, type TaggedSentence } from '../tagged-sentence';
import { CHINESE } from '../words/word-lists';
import type { GateReason, SentenceCheck } from './gate-reason';

/** How far into the sentence a pronoun most likely points out of it. */
const EARLY_CHARACTERS = 6;

/** Tags of words that cannot begin a sentence which has a subject: adverb, particle, modal, bare 把 or 被 phrase. */
const SUBJECTLESS_TAG = /^(?:d|u\w*|y|e|o)$/;
const SUBJECTLESS_START =
  /^(?:把|被|将|使|让|令|是|会|能|可|可以|应|应该|必须|需要|想要|要|即|以及|及|和|与|或)/;
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
  const isException = CHINESE.anaphoraExceptions.some((word) => rest.startsWith(word));
  if (!isException && CHINESE.anaphoricStarts.some((word) => rest.startsWith(word))) return 'anaphora-start';
  const offset = text.length - rest.length;
  const first = tokens.find((token) => token.start >= offset && isWord(token));
  if (first === undefined || SUBJECTLESS_START.test(rest) || SUBJECTLESS_TAG.test(first.tag))
    return 'no-subject';
  return undefined;
}

function checkEarlyPronoun({ text }: TaggedSentence): GateReason | undefined {
  let opening = [...stripChineseConnectives(text)].slice(0, EARLY_CHARACTERS + 1).join('');
  for (const word of CHINESE.anaphoraExceptions) opening = opening.replaceAll(word, '');
  const early = opening.slice(0, EARLY_CHARACTERS);
  return CHINESE.anaphoricEarly.some((word) => early.includes(word)) ? 'anaphora-early' : undefined;
}

/** The sentence without up to two connectives (但是，例如，…) at its start. */
export function stripChineseConnectives(text: string): string {
  let rest = text;
  for (let round = 0; round < 2; round += 1) {
    const found = CHINESE.connectives.find((connective) => rest.startsWith(connective));
    if (found === undefined) break;
    rest = rest.slice(found.length).replace(/^[，、：,\s]+/, '');
  }
  return rest;
}
