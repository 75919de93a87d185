import type { Keyphrase } from '../../concepts/model';
import type { TaggedSentence } from '../tagged-sentence';
import type { Blank } from './blank';

/** Rank at which a key term counts half as much as the first one. */
const HALF_STRENGTH_RANK = 10;

/** A key term that a blank is, or holds. */
export interface KeyTerm {
  readonly keyphrase: Keyphrase;
  /** 1 for the first key term of the page, falling with rank. */
  readonly strength: number;
  /** Whether the blank is this term and nothing else. */
  readonly isWhole: boolean;
}

interface Place {
  readonly keyphrase: Keyphrase;
  readonly strength: number;
  readonly start: number;
  readonly end: number;
}

/** Where the key terms of a page stand, by passage. */
export type KeyTermIndex = ReadonlyMap<string, readonly Place[]>;

/** @param keyphrases best first */
export function indexKeyTerms(keyphrases: readonly Keyphrase[]): KeyTermIndex {
  const index = new Map<string, Place[]>();
  for (const [rank, keyphrase] of keyphrases.entries()) {
    const strength = 1 / (1 + rank / HALF_STRENGTH_RANK);
    for (const { passageId, start, end } of keyphrase.spans) {
      const places = index.get(passageId) ?? [];
      places.push({ keyphrase, strength, start, end });
      index.set(passageId, places);
    }
  }
  return index;
}

/** The strongest key term that is the blank or, failing that, lies inside it. */
export function keyTermOf(sentence: TaggedSentence, blank: Blank, index: KeyTermIndex): KeyTerm | undefined {
  const start = sentence.start + blank.start;
  const end = sentence.start + blank.end;
  const inside = (index.get(sentence.passageId) ?? []).filter(
    (place) => place.start >= start && place.end <= end,
  );
  const whole = inside.find((place) => place.start === start && place.end === end);
  if (whole !== undefined) return { keyphrase: whole.keyphrase, strength: whole.strength, isWhole: true };
  const [best] = inside.sort((a, b) => b.strength - a.strength);
  return best && { keyphrase: best.keyphrase, strength: best.strength, isWhole: false };
}
