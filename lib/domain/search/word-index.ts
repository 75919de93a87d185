import MiniSearch from 'minisearch';
import type { SearchTerms } from './search-terms';
import { tokeniseForSearch } from './search-tokens';

/** The inverted index over the words of passages, by a number that stands for each passage. */
export interface WordIndex {
  /** @param slot not in the index yet */
  add(slot: number, text: string): void;
  remove(slot: number): void;
  /** BM25+ scores (Lv and Zhai 2011) of all accepted passages with at least one key; above 0. */
  score(terms: SearchTerms, accepts: (slot: number) => boolean): Map<number, number>;
}

interface IndexedPassage {
  readonly id: number;
  readonly text: string;
}

/**
 * Passages that the keys of one question may be looked up in altogether. The rarest keys come first; what is left out
 * is in so many passages that it tells them apart least.
 */
const LONGEST_POSTINGS = 40_000;

export function createWordIndex(): WordIndex {
  const index = new MiniSearch<IndexedPassage>({
    fields: ['text'],
    tokenize: (text) => tokeniseForSearch(text).map(({ key }) => key),
    processTerm: (key) => key,
  });
  /** Passages that each key was found in; those removed since are still counted. */
  const frequencies = new Map<string, number>();

  const affordable = ({ keys, openKeys }: SearchTerms) => {
    const byRarity = [...keys].sort((a, b) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0));
    let postings = 0;
    return byRarity.filter((key, i) => {
      postings += frequencies.get(key) ?? 0;
      return i === 0 || openKeys.has(key) || postings <= LONGEST_POSTINGS;
    });
  };

  return {
    add(slot, text) {
      index.add({ id: slot, text });
      for (const key of new Set(tokeniseForSearch(text).map((token) => token.key)))
        frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    },
    remove(slot) {
      if (index.has(slot)) index.discard(slot);
    },
    score(terms, accepts) {
      const keys = affordable(terms);
      const results = index.search(
        { combineWith: 'OR', queries: keys },
        {
          tokenize: (key) => [key],
          prefix: (key) => terms.openKeys.has(key),
          filter: ({ id }) => accepts(id),
        },
      );
      return new Map(results.map(({ id, score }) => [id, score]));
    },
  };
}
