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
    const place = { start: from + found.start, end: from + found.end };
    examined.push({ ...place, similarity: similarityAt(place, found.matched, wanted, weights, page) });
  }
  return examined;
}

/** Dice's coefficient (Dice 1945) of wanted and found words, by weight. */
function similarityAt(
  place: Stretch,
  matched: number,
  { forms, isWhole }: WantedWords,
  weights: readonly number[],
  page: PageWords,
): number {
  const isExact =
    place.end - place.start === forms.length &&
    forms.every((form, index) => form === page.forms[place.start + index]);
  if (isExact) return 1;
  const blocks = blocksAround(place, page);
  const isLong = blocks.end - blocks.start > LONGEST_WHOLE * forms.length;
  const compared = isWhole && !isLong ? blocks : place;
  const found = page.forms.slice(compared.start, compared.end).map(page.weigh);
  return (2 * matched) / (sum(weights) + sum(found));
}

/** The blocks that a place touches, from the first word to the last. */
function blocksAround({ start, end }: Stretch, { places, blockStarts }: PageWords): Stretch {
  const first = places[start]?.block ?? 0;
  const last = places[end - 1]?.block ?? first;
  return { start: blockStarts[first] ?? start, end: blockStarts[last + 1] ?? end };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
