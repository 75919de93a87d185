import { contextFit, isNeighbour, type QuoteContext, quoteContext } from './context-fit';
import { type ExaminedPlace, examinePlaces } from './examine-places';
import { matchingForms } from './matching-tokens';
import { holdsOtherText, otherTexts } from './other-texts';
import { type PageWords, readPageWords } from './page-words';

/** A text as it was kept from a page. */
export interface WantedQuote {
  readonly text: string;
  /** What stood right before and after it; empty when unknown. */
  readonly prefix: string;
  readonly suffix: string;
  /** Whether it was all of its block. */
  readonly isWhole: boolean;
  /** Beginnings of other texts that stood on the page together with it. */
  readonly others: readonly string[];
}

/** A point in the text of a block, in UTF-16 units. */
export interface BlockPoint {
  readonly block: number;
  readonly offset: number;
}

/** Where the page has the text; `end` is exclusive. */
export interface LocatedQuote {
  readonly start: BlockPoint;
  readonly end: BlockPoint;
  /** How alike both are, 0 to 1; 1 when all words are the same in the same order. */
  readonly similarity: number;
}

/** Longer quotes are looked for by their beginning; kept passages are shorter. */
const MOST_WORDS = 1_200;

/** Manuals have paragraphs that differ in one word, so one elsewhere on the page has to be this much alike, … */
const LEAST_SIMILARITY = 0.9;

/** … one that may be anywhere, since nothing is known of its surroundings, this much, … */
const LEAST_SIMILARITY_ALONE = 0.7;

/** … and one in its old surroundings may have had every third word replaced. */
const LEAST_SIMILARITY_IN_PLACE = 0.5;

/** Share of the neighbouring words that have to be there for a place to be the old one. */
const LEAST_FIT = 0.6;

/** How much a place that fits its surroundings is preferred to one that does not. */
const FIT_BONUS = 0.3;

/**
 * Finds a kept text in the blocks of a page that may have changed since: words edited, added or left out, paragraphs moved,
 * split or joined. Rare words count more than common ones, and of equal places the one with the old surroundings wins.
 * Returns nothing rather than a paragraph that is merely about the same thing.
 *
 * Yields in between, so that the caller can stop for breath. Time is linear in the page and quadratic in the quote.
 */
export function* locateQuote(
  wanted: WantedQuote,
  blocks: readonly string[],
): Generator<undefined, LocatedQuote | undefined> {
  const forms = matchingForms(wanted.text).slice(0, MOST_WORDS);
  if (forms.length === 0) return undefined;
  const page = yield* readPageWords(blocks);
  const places = yield* examinePlaces({ forms, isWhole: wanted.isWhole }, page);
  const context = quoteContext(wanted.prefix, wanted.suffix);
  const others = otherTexts(wanted.others, forms);
  let best: ExaminedPlace | undefined;
  let bestRank = 0;
  for (const place of places) {
    const rank = rankOf(place, page.forms, context, others);
    if (rank > bestRank) [best, bestRank] = [place, rank];
    yield undefined;
  }
  return best && toBlocks(best, page, blocks);
}

/** The higher, the more likely it is the wanted text; 0 when it is not. */
function rankOf(
  place: ExaminedPlace,
  page: readonly string[],
  context: QuoteContext,
  others: readonly (readonly string[])[],
): number {
  const { similarity } = place;
  const fit = contextFit(context, page, place);
  if (similarity < leastSimilarity(context, fit)) return 0;
  const isTaken = isNeighbour(context, page, place) || holdsOtherText(place, others, page);
  return similarity < 1 && isTaken ? 0 : similarity + FIT_BONUS * fit;
}

function leastSimilarity({ before, after }: QuoteContext, fit: number): number {
  if (before.length + after.length === 0) return LEAST_SIMILARITY_ALONE;
  return fit >= LEAST_FIT ? LEAST_SIMILARITY_IN_PLACE : LEAST_SIMILARITY;
}

/** From the first word to the last, with the punctuation around them where they begin or end their block. */
function toBlocks(
  { start, end, similarity }: ExaminedPlace,
  { places, blockStarts }: PageWords,
  blocks: readonly string[],
): LocatedQuote {
  const [first, last] = [places[start], places[end - 1]];
  const [firstBlock, lastBlock] = [first?.block ?? 0, last?.block ?? 0];
  const opening = blocks[firstBlock]?.search(/\S/) ?? 0;
  const closing = blocks[lastBlock]?.trimEnd().length ?? 0;
  const isOpening = blockStarts[firstBlock] === start;
  const isClosing = blockStarts[lastBlock + 1] === end;
  return {
    start: { block: firstBlock, offset: isOpening ? opening : (first?.start ?? 0) },
    end: { block: lastBlock, offset: isClosing ? closing : (last?.end ?? 0) },
    similarity,
  };
}
