import type { Keyphrase } from '../concepts/model';
import type { Blank } from './blanks/blank';
import { LEAST_BLANK_SCORE, scoreBlank } from './blanks/blank-score';
import { findBlanks } from './blanks/find-blanks';
import { type KeyTermIndex, keyTermOf } from './blanks/key-terms';
import { refuseBlank } from './gate/refuse-blank';
import { refuseSentence } from './gate/refuse-sentence';
import type { QualityTerms, Stem } from './model';
import type { TaggedSentence } from './tagged-sentence';

/** An exercise in the making: a sentence that stands alone and the best span to take out of it. */
export interface Draft {
  readonly sentence: TaggedSentence;
  readonly blank: Blank;
  /** The key term that the blank is, if it is one. */
  readonly keyphrase?: Keyphrase;
  readonly blankScore: number;
  readonly terms: QualityTerms;
}

/** The best blank of a sentence, if the sentence and the blank pass the gate. */
export function draftExercise(sentence: TaggedSentence, index: KeyTermIndex): Draft | undefined {
  if (refuseSentence(sentence) !== undefined) return undefined;
  let best: Draft | undefined;
  for (const blank of findBlanks(sentence)) {
    const keyTerm = keyTermOf(sentence, blank, index);
    const scored = scoreBlank(sentence, blank, keyTerm);
    if (scored === undefined || scored.score < Math.max(LEAST_BLANK_SCORE, (best?.blankScore ?? 0) + 1e-9))
      continue;
    if (refuseBlank(sentence, blank) !== undefined) continue;
    const keyphrase = keyTerm?.isWhole ? { keyphrase: keyTerm.keyphrase } : {};
    best = { sentence, blank, ...keyphrase, blankScore: scored.score, terms: scored.terms };
  }
  return best;
}

/** The sentence around the blank: `before + blank.text + after` is the sentence. */
export function stemOf({ sentence, blank }: Pick<Draft, 'sentence' | 'blank'>): Stem {
  return { before: sentence.text.slice(0, blank.start), after: sentence.text.slice(blank.end) };
}
