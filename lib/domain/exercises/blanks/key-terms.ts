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

/** A stretch of a sentence, by offsets in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Place extends Span {
  readonly keyphrase: Keyphrase;
  readonly strength: number;
}

/** Where the key terms of a page stand. */
export class KeyTermMap {
  /** By passage; offsets count from the start of the passage. */
  readonly #places = new Map<string, Place[]>();
  readonly #labels: readonly string[];

  /** @param keyphrases best first */
  constructor(keyphrases: readonly Keyphrase[]) {
    this.#labels = keyphrases.map(({ label }) => label.toLowerCase());
    for (const [rank, keyphrase] of keyphrases.entries()) {
      const strength = 1 / (1 + rank / HALF_STRENGTH_RANK);
      for (const { passageId, start, end } of keyphrase.spans) {
        const places = this.#places.get(passageId) ?? [];
        places.push({ keyphrase, strength, start, end });
        this.#places.set(passageId, places);
      }
    }
  }

  /** The key term that the blank is or, failing that, the strongest one inside it. */
  keyTermOf(sentence: TaggedSentence, blank: Blank): KeyTerm | undefined {
    const inside = this.#placesIn(sentence).filter(
      ({ start, end }) => start >= blank.start && end <= blank.end,
    );
    const whole = inside.find(({ start, end }) => start === blank.start && end === blank.end);
    const best = whole ?? inside.sort((a, b) => b.strength - a.strength)[0];
    return best && { keyphrase: best.keyphrase, strength: best.strength, isWhole: best === whole };
  }

  spansIn(sentence: TaggedSentence): readonly Span[] {
    return this.#placesIn(sentence);
  }

  /** Whether the blank is a part of a longer key term at its place, whether or not that was counted there. */
  isCutBy(sentence: TaggedSentence, blank: Blank): boolean {
    const text = sentence.text.toLowerCase();
    const part = blank.text.toLowerCase();
    return this.#labels.some((label) => {
      const offset = label.length > part.length ? label.indexOf(part) : -1;
      return offset >= 0 && blank.start >= offset && text.startsWith(label, blank.start - offset);
    });
  }

  #placesIn({ passageId, start, end }: TaggedSentence): Place[] {
    const places = this.#places.get(passageId) ?? [];
    return places
      .filter((place) => place.start >= start && place.end <= end)
      .map((place) => ({ ...place, start: place.start - start, end: place.end - start }));
  }
}
