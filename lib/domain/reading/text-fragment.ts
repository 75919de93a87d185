/** A quote and what stands right before and after it, as read. */
export interface QuoteInContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/** Words kept at either end of a long quote; browsers then match everything between. */
const EDGE_WORDS = 5;
/** A quote of at most so many words is given whole, together with its context, since it may occur twice. */
const SHORT_QUOTE_WORDS = 2 * EDGE_WORDS + 2;
const CONTEXT_WORDS = 3;

/**
 * Address of a page that makes the browser scroll to a quote and mark it, by the WICG text fragment syntax
 * `#:~:text=prefix-,start,end,-suffix`. Browsers match at word boundaries only, so every term begins and ends at one,
 * also in Chinese. The quote stays text: all of it is percent-encoded.
 *
 * @returns the address as given when the quote holds no word
 */
export function textFragmentUrl(url: string, quote: QuoteInContext, lang: string): string {
  const directive = textDirective(quote, lang);
  if (directive === undefined) return url;
  const base = url.replace(/:~:.*$/s, '');
  return `${base}${base.includes('#') ? '' : '#'}:~:${directive}`;
}

function textDirective({ before, exact, after }: QuoteInContext, lang: string): string | undefined {
  const words = wordsOf(exact, lang);
  if (words.length === 0) return undefined;
  if (words.length > SHORT_QUOTE_WORDS) {
    const start = spanOf(exact, words.slice(0, EDGE_WORDS));
    const end = spanOf(exact, words.slice(-EDGE_WORDS));
    return `text=${encodeTerm(start)},${encodeTerm(end)}`;
  }
  const prefix = adjoining(before, wordsOf(before, lang).slice(-CONTEXT_WORDS), 'end');
  const suffix = adjoining(after, wordsOf(after, lang).slice(0, CONTEXT_WORDS), 'start');
  const terms = [
    prefix === '' ? '' : `${encodeTerm(prefix)}-`,
    encodeTerm(exact.trim()),
    suffix === '' ? '' : `-${encodeTerm(suffix)}`,
  ];
  return `text=${terms.filter((term) => term !== '').join(',')}`;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string, lang: string): Word[] {
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text);
  return [...segments]
    .filter((segment) => segment.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

function spanOf(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

/** The words with the punctuation between them and the quote, since a context has to touch what it is the context of. */
function adjoining(text: string, words: readonly Word[], side: 'start' | 'end'): string {
  if (words.length === 0) return '';
  const from = side === 'end' ? (words[0]?.start ?? 0) : 0;
  const to = side === 'end' ? text.length : (words.at(-1)?.end ?? 0);
  return text.slice(from, to).trim();
}

/** `-` separates the parts of the directive and is left alone by `encodeURIComponent`. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replace(/-/g, '%2D');
}
