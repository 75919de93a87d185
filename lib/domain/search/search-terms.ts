import { isStopWord } from '../text/stop-words';
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

/**
 * The keys of a question. Chinese stop words are left out where there is anything else. The last word may be unfinished
 * unless something follows it.
 */
export function searchTermsOf(question: string): SearchTerms {
  const tokens = withoutRunEnds(tokeniseForSearch(question));
  const telling = tokens.filter(({ key }) => !isStopWord(key, 'zh'));
  const looked = telling.length > 0 ? telling : tokens;
  const keys = [...new Set(looked.map(({ key }) => key))].slice(0, MOST_KEYS);
  const open = looked.filter((token) => isSingle(token.key) || isUnfinished(token, question));
  return { keys, openKeys: new Set(open.map(({ key }) => key)) };
}

/** The last character of a longer run is in the pair before it already. */
function withoutRunEnds(tokens: readonly SearchToken[]): SearchToken[] {
  return tokens.filter((token, i) => (tokens[i - 1]?.end ?? 0) < token.end);
}

function isSingle(key: string): boolean {
  return isUnspaced(key) && Array.from(key).length === 1;
}

function isUnfinished({ key, end }: SearchToken, question: string): boolean {
  return end === question.length && !isUnspaced(key) && key.length >= SHORTEST_BEGINNING;
}
