import type { Centres } from '../embedding/centring';
import { codedLength } from '../embedding/int8-codec';
import type { Embedding } from '../embedding/model';
import type { TextLanguage } from '../text/language';
import { bestOf } from './best-of';
import { mixScores } from './mix-scores';
import { createPassageTable, type IndexedPassage, type PassageFilter } from './passage-table';
import type { SearchTerms } from './search-terms';
import { VectorTable } from './vector-table';
import { createWordIndex } from './word-index';

export interface Question {
  readonly terms: SearchTerms;
  /** Raw vector in the role of a query, and the language of the question. */
  readonly meaning?: { readonly vector: Embedding; readonly lang: TextLanguage };
  readonly filter: PassageFilter;
  readonly count: number;
}

export interface FoundPassage {
  readonly passageId: string;
  readonly score: number;
}

/** Passages of each kind, nearest in meaning and richest in words, whose scores are compared. */
const CANDIDATES = 200;

/** Everything read, ready to be searched: in memory only, made of what is stored. */
export class ReadingIndex {
  readonly #passages = createPassageTable();
  readonly #vectors = new VectorTable();
  readonly #words = createWordIndex();
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
    const sharing = this.#words.score(terms, accepts);
    const richest = bestOf([...sharing.keys()], CANDIDATES, (slot) => sharing.get(slot) ?? 0);
    const question = meaning && this.#vectors.centreQuestion(meaning.vector, meaning.lang);
    const nearest = question ? this.#vectors.nearest(question, CANDIDATES, accepts) : [];
    const slots = [...new Set([...nearest, ...richest])];
    const scores = mixScores(
      slots.map((slot) =>
        question && this.#vectors.has(slot) ? this.#vectors.similarity(question, slot) : undefined,
      ),
      slots.map((slot) => sharing.get(slot) ?? 0),
    );
    const scored = slots.map((slot, i) => ({
      passageId: this.#passages.idOf(slot),
      score: scores[i] ?? 0,
    }));
    return bestOf(scored, count, ({ score }) => score);
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
