import type { Keyphrase } from '../concepts/model';
import type { Blank } from './blanks/blank';
import { LEAST_BLANK_SCORE, scoreBlank } from './blanks/blank-score';
import type { KeyTermMap } from './blanks/key-terms';
import { refuseBlank } from './gate/refuse-blank';
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

/** What the page says of its terms, for the choice of the blank. */
export interface DraftContext {
  readonly title: string;
  readonly keyTerms: KeyTermMap;
  /** Share of the learner's pages that name a term, by its key; see `BlankContext`. */
  readonly commonness: (key: string) => number;
}

/** The best of the blanks of a sentence that is worth asking and passes the gate. */
export function draftExercise(
  sentence: TaggedSentence,
  blanks: readonly Blank[],
  context: DraftContext,
): Draft | undefined {
  return blanks
    .flatMap((blank) => scoreDraft(sentence, blank, context) ?? [])
    .sort((a, b) => b.blankScore - a.blankScore)
    .find(({ blank }) => refuseBlank(sentence, blank) === undefined);
}

function scoreDraft(sentence: TaggedSentence, blank: Blank, context: DraftContext): Draft | undefined {
  const keyTerm = context.keyTerms.keyTermOf(sentence, blank);
  const commonness = keyTerm ? context.commonness(keyTerm.keyphrase.key) : 0;
  const scored = scoreBlank(sentence, blank, { keyTerm, commonness, title: context.title });
  if (scored === undefined || scored.score < LEAST_BLANK_SCORE) return undefined;
  const keyphrase = keyTerm?.isWhole ? { keyphrase: keyTerm.keyphrase } : {};
  return { sentence, blank, ...keyphrase, blankScore: scored.score, terms: scored.terms };
}

/** The sentence around the blank: `before + blank.text + after` is the sentence. */
export function stemOf({ sentence, blank }: Pick<Draft, 'sentence' | 'blank'>): Stem {
  return { before: sentence.text.slice(0, blank.start), after: sentence.text.slice(blank.end) };
}
