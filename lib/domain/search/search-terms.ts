import { isUnspaced, type SearchToken, tokeniseForSearch } from './search-tokens';

/** What a question looks for in the word index. */
export interface SearchTerms {
  /** Keys that a passage should have, without repetition. */
  readonly keys: readonly string[];
  /** Those of them that may go on in the passage: a word still being typed, a single character. */
  readonly openKeys: ReadonlySet<string>;
}

/** A beginning of fewer letters begins too many words. */
const SHORTEST_BEGINNING = 3;

/** Longer questions are searched by their first words. */
const MOST_KEYS = 64;

/** The keys of a question. Its last word may be unfinished unless something follows it. */
export function searchTermsOf(question: string): SearchTerms {
  const tokens = tokeniseForSearch(question);
  const keys = new Set<string>();
  const openKeys = new Set<string>();
  for (const token of tokens) {
    if (keys.size === MOST_KEYS) break;
    const [first] = token.key;
    const isSingle = first === token.key && isUnspaced(first);
    if (isSingle && endsLongerRun(token, tokens)) continue;
    keys.add(token.key);
    if (isSingle || isUnfinished(token, question)) openKeys.add(token.key);
  }
  return { keys: [...keys], openKeys };
}

/** The last character of a longer run is in the pair before it already. */
function endsLongerRun({ start }: SearchToken, tokens: readonly SearchToken[]): boolean {
  return tokens.some((other) => other.start < start && other.end > start);
}

function isUnfinished({ key, end }: SearchToken, question: string): boolean {
  return end === question.length && !isUnspaced(key) && key.length >= SHORTEST_BEGINNING;
}
