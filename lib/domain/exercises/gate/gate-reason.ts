import type { TaggedSentence } from '../tagged-sentence';

/** Why a sentence or an exercise made from it was refused. */
export type GateReason =
  | 'too-short'
  | 'too-long'
  | 'unfinished'
  | 'question'
  | 'fragment'
  | 'unbalanced'
  | 'code-like'
  | 'leftover-mark'
  | 'talk'
  | 'page-talk'
  | 'anaphora-start'
  | 'anaphora-early'
  | 'bare-definite'
  | 'no-subject'
  | 'leak'
  | 'thin-stem'
  | 'duplicate'
  | 'not-first';

/** Looks at one quality of a sentence; gives the reason when it fails. */
export type SentenceCheck = (sentence: TaggedSentence) => GateReason | undefined;

/** First reason that one of the checks gives. */
export function firstReason(
  checks: readonly SentenceCheck[],
  sentence: TaggedSentence,
): GateReason | undefined {
  for (const check of checks) {
    const reason = check(sentence);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
