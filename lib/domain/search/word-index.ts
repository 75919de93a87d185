import MiniSearch from 'minisearch';
import type { SearchTerms } from './search-terms';
import { isUnspaced, tokeniseForSearch } from './search-tokens';

interface IndexedText {
  readonly id: number;
  readonly text: string;
}

/** What a key adds to a score where it stands once in a text of mean length, as a share of its rarity, and what it adds at least. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
const ONCE = 1 + BM25.d;

/** Of the pairs of a text some two in five are words; the others straddle two, and no other text need have them. */
const PAIR_WEIGHT = 0.4;

/**
 * Entries that the keys of one question may have altogether. The rarest keys come first; those left out are in so many
 * passages that they tell them apart least.
 */
const MOST_ENTRIES = 20_000;

/** The inverted index over the words of passages, by the small number that stands for each passage. */
export class WordIndex {
  readonly #index = new MiniSearch<IndexedText>({
    fields: ['text'],
    tokenize: keysOf,
    processTerm: (key) => key,
    searchOptions: { bm25: BM25 },
  });
  /** Passages that each key was found in; those removed since are still counted. */
  readonly #frequencies = new Map<string, number>();

  /** @param slot not in the index yet */
  add(slot: number, text: string): void {
    this.#index.add({ id: slot, text });
    for (const key of new Set(keysOf(text))) this.#frequencies.set(key, this.#frequency(key) + 1);
  }

  remove(slot: number): void {
    if (this.#index.has(slot)) this.#index.discard(slot);
  }

  /** Scores of all accepted passages with at least one key: BM25+ (Lv and Zhai 2011). */
  score({ keys, openKeys }: SearchTerms, accepts: (slot: number) => boolean): Map<number, number> {
    const found = this.#index.search(
      { combineWith: 'OR', queries: this.#affordable(keys, openKeys) },
      { tokenize: (key) => [key], prefix: (key) => openKeys.has(key), filter: ({ id }) => accepts(id) },
    );
    // The library multiplies the score by the number of keys found, which outweighs how rare they are.
    return new Map(found.map(({ id, score, queryTerms }) => [id, score / (queryTerms.length || 1)]));
  }

  /** About the score of a passage that has all that the question asks for once. */
  fullScore({ keys }: SearchTerms): number {
    const rarities = keys.map((key) => (isUnspaced(key) ? PAIR_WEIGHT : 1) * this.#rarity(key));
    return ONCE * rarities.reduce((sum, rarity) => sum + rarity, 0);
  }

  #affordable(keys: readonly string[], openKeys: ReadonlySet<string>): string[] {
    const rarestFirst = [...keys].sort((a, b) => this.#frequency(a) - this.#frequency(b));
    let entries = 0;
    return rarestFirst.filter((key, i) => {
      entries += this.#frequency(key);
      return i === 0 || openKeys.has(key) || entries <= MOST_ENTRIES;
    });
  }

  #rarity(key: string): number {
    const [count, frequency] = [this.#index.documentCount, this.#frequency(key)];
    return Math.log(1 + (Math.max(0, count - frequency) + 0.5) / (frequency + 0.5));
  }

  #frequency(key: string): number {
    return this.#frequencies.get(key) ?? 0;
  }
}

function keysOf(text: string): string[] {
  return tokeniseForSearch(text).map(({ key }) => key);
}
