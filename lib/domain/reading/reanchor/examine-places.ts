import { align } from './align';
import { findLikelyPlaces } from './likely-places';
import type { PageWords } from './page-words';

/** A stretch of the page's words, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface ExaminedPlace extends Stretch {
  /** How alike the place and the wanted text are, 0 to 1; 1 when all words are the same in the same order. */
  readonly similarity: number;
}

export interface WantedWords {
  readonly forms: readonly string[];
  /** Whether the text was all of its block; what else the block of a place holds then makes it less alike. */
  readonly isWhole: boolean;
}

/** Places looked at closely. */
const MOST_PLACES = 6;

/** A place with a smaller share of the wanted words is not looked at. */
const LEAST_SHARE = 0.4;

/** A block that is longer than this many times the text is one of which the text was a part. */
const LONGEST_WHOLE = 2;

/** Less of a place than this is in a block by chance. */
const EDGE_SHARE = 0.2;

/** The places in a page that are most like a text, with how alike they are, best first by their words. Yields in between. */
export function* examinePlaces(
  wanted: WantedWords,
  page: PageWords,
): Generator<undefined, readonly ExaminedPlace[]> {
  const { forms } = wanted;
  const weights = forms.map(page.weigh);
  const options = { least: LEAST_SHARE, most: MOST_PLACES };
  const margin = Math.ceil(forms.length / 2);
  const examined: ExaminedPlace[] = [];
  for (const { start } of findLikelyPlaces(forms, page.forms, weights, options)) {
    const from = Math.max(0, start - margin);
    const stretch = page.forms.slice(from, start + forms.length + margin);
    const found = yield* align(forms, stretch, weights);
    const aligned = { start: from + found.start, end: from + found.end };
    const place = isExact(aligned, forms, page) ? aligned : comparedPlace(aligned, wanted, page);
    examined.push({ ...place, similarity: similarityAt(place, found.matched, forms, page) });
  }
  return examined;
}

/** What a place is held to be: all of its blocks where the text was all of one, unless they hold much more. */
function comparedPlace(aligned: Stretch, { forms, isWhole }: WantedWords, page: PageWords): Stretch {
  const blocks = blocksAround(aligned, page);
  return isWhole && blocks.end - blocks.start <= LONGEST_WHOLE * forms.length ? blocks : aligned;
}

/** Dice's coefficient (Dice 1945) of wanted and found words, by weight. */
function similarityAt(place: Stretch, matched: number, forms: readonly string[], page: PageWords): number {
  if (isExact(place, forms, page)) return 1;
  const found = page.forms.slice(place.start, place.end);
  return Math.min(1, (2 * matched) / (totalWeight(forms, page) + totalWeight(found, page)));
}

function isExact({ start, end }: Stretch, forms: readonly string[], page: PageWords): boolean {
  return end - start === forms.length && forms.every((form, index) => form === page.forms[start + index]);
}

/** The blocks that a place is in, from the first word to the last. One of which it has only an edge does not count. */
function blocksAround({ start, end }: Stretch, { places, blockStarts }: PageWords): Stretch {
  const edge = EDGE_SHARE * (end - start);
  let first = places[start]?.block ?? 0;
  let last = places[end - 1]?.block ?? first;
  if (first < last && (blockStarts[first + 1] ?? end) - start < edge) first += 1;
  if (first < last && end - (blockStarts[last] ?? start) < edge) last -= 1;
  return { start: blockStarts[first] ?? start, end: blockStarts[last + 1] ?? end };
}

function totalWeight(forms: readonly string[], { weigh }: PageWords): number {
  return forms.reduce((total, form) => total + weigh(form), 0);
}
