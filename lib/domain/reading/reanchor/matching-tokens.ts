/** A word, or a single Chinese or Japanese character, and where it stands in its text, in UTF-16 units, end exclusive. */
export interface MatchingToken {
  /** What it is compared by. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}\p{Cf}])+/gu;

/** Soft hyphens and their like, which pages put into words and kept texts leave out. */
const UNSEEN = /\p{Cf}/gu;

/**
 * Cuts a text into what two versions of it are compared by: case, punctuation, white space and unseen characters do not
 * count, so a page may set its text otherwise than it was kept.
 */
export function matchingTokens(text: string): MatchingToken[] {
  const tokens: MatchingToken[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const form = word.replace(UNSEEN, '').normalize('NFKC').toLowerCase();
    if (form !== '') tokens.push({ form, start: index, end: index + word.length });
  }
  return tokens;
}

export function matchingForms(text: string): string[] {
  return matchingTokens(text).map(({ form }) => form);
}
