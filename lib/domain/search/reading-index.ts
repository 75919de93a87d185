import type { Centres } from '../embedding/centring';
import { codedLength } from '../embedding/int8-codec';
import type { Embedding } from '../embedding/model';
import type { TextLanguage } from '../text/language';
import { bestOf } from './best-of';
import { mixScores } from './mix-scores';
import { createPassageTable, type IndexedPassage, type PassageFilter } from './passage-table';
import type { SearchTerms } from './search-terms';
import { VectorTable } from './vector-table';
import { WordIndex } from './word-index';

export interface Meaning {
  /** Raw vector in the role of a query. */
  readonly vector: Embedding;
  /** Language of the question. */
  readonly lang: TextLanguage;
}

export interface Question {
  readonly terms: SearchTerms;
  readonly meaning?: Meaning;
  readonly filter: PassageFilter;
  readonly count: number;
}

export interface FoundPassage {
  readonly passageId: string;
  readonly score: number;
}

/** Passages of each kind, nearest in meaning and richest in words, whose scores are compared. */
const CANDIDATES = 100;

/** Of unrelated passages nine in ten are less similar to a question than this; of those that answer it, one in a hundred. */
const LEAST_SIMILARITY = 0.1;

/** Share of the score of a passage with all the words that their scores are taken to differ by at least. */
const LEAST_DEVIATION = 0.15;

/** Everything read, ready to be searched: in memory only, made of what is stored. */
export class ReadingIndex {
  readonly #passages = createPassageTable();
  readonly #vectors = new VectorTable();
  readonly #words = new WordIndex();
  /** Texts whose words are not indexed yet. */
  readonly #waiting = new Map<number, string>();

  has(passageId: string): boolean {
    return this.#passages.slotOf(passageId) !== undefined;
  }

  /** Adds a passage, or renews when it was last read. Its words are indexed by `indexWords`. */
  put(passage: IndexedPassage): void {
    const isKnown = this.has(passage.id);
    const slot = this.#passages.put(passage);
    if (!isKnown) this.#waiting.set(slot, passage.text);
  }

  remove(passageId: string): void {
    const slot = this.#passages.remove(passageId);
    if (slot === undefined) return;
    this.#waiting.delete(slot);
    this.#vectors.remove(slot);
    this.#words.remove(slot);
  }

  /** Removes every passage that is not among these. */
  retain(passageIds: ReadonlySet<string>): void {
    for (const id of this.#passages.ids()) if (!passageIds.has(id)) this.remove(id);
  }

  /** Indexes the words of some passages that wait for it; says whether others still wait. */
  indexWords(count: number): boolean {
    for (const [slot, text] of firstOf(this.#waiting, count)) {
      this.#words.add(slot, text);
      this.#waiting.delete(slot);
    }
    return this.#waiting.size > 0;
  }

  /**
   * Vectors of one model; those of passages that are not in the index are left out.
   *
   * @param bytes one vector after the other, as `encodeInt8` codes them
   */
  setVectors(passageIds: readonly string[], bytes: ArrayBuffer): void {
    const size = codedLength();
    passageIds.forEach((id, row) => {
      const slot = this.#passages.slotOf(id);
      if (slot !== undefined)
        this.#vectors.set(slot, this.#passages.langOf(slot), new Uint8Array(bytes, row * size, size));
    });
  }

  /** Compares vectors from other centres from now on. */
  recentre(centres: Centres): void {
    this.#vectors.recentre(centres);
  }

  /** Best first. Without a vector of the question, only passages that share a word with it. */
  find({ terms, meaning, filter, count }: Question): FoundPassage[] {
    const accepts = this.#passages.accept(filter);
    const depth = Math.max(count, CANDIDATES);
    const sharing = this.#words.score(terms, accepts);
    const richest = bestOf([...sharing.keys()], depth, (slot) => sharing.get(slot) ?? 0);
    const near = meaning ? this.#findNear(meaning, richest, depth, accepts) : new Map<number, number>();
    const slots = this.#inFixedOrder(new Set([...richest, ...near.keys()]));
    const scores = mixScores(
      slots.map((slot) => near.get(slot)),
      slots.map((slot) => sharing.get(slot) ?? 0),
      LEAST_DEVIATION * this.#words.fullScore(terms),
    );
    const found = slots.map((slot, i) => ({ passageId: this.#passages.idOf(slot), score: scores[i] ?? 0 }));
    return found.sort((a, b) => b.score - a.score).slice(0, count);
  }

  /** Otherwise equal passages, and sums of their scores, would depend on which of them came first. */
  #inFixedOrder(slots: Iterable<number>): number[] {
    const ids = new Map(Array.from(slots, (slot) => [this.#passages.idOf(slot), slot]));
    return [...ids.keys()].sort().map((id) => ids.get(id) ?? 0);
  }

  /** Similarity of the nearest passages and of those that share words. */
  #findNear(
    { vector, lang }: Meaning,
    sharing: readonly number[],
    depth: number,
    accepts: (slot: number) => boolean,
  ): Map<number, number> {
    const question = this.#vectors.prepare(vector, lang);
    const nearest = this.#vectors
      .nearest(question, depth, accepts)
      .filter((slot) => this.#vectors.similarity(question, slot) >= LEAST_SIMILARITY);
    const candidates = new Set([...nearest, ...sharing.filter((slot) => this.#vectors.has(slot))]);
    return this.#vectors.similarities(question, [...candidates]);
  }
}

function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}
