import type { Occurrence, Passage } from './model';
import type { WantedQuote } from './reanchor/locate-quote';

/** Most of the other passages of a page by which the wanted one is told from its likes. */
export const SOURCE_LIMITS = { others: 400 } as const;

/** A part of a text, in UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A passage to be shown where it stands in its page, and the sentence in it that matters most. */
export interface WantedSource extends WantedQuote {
  readonly sentence?: TextSpan;
}

/** What is needed to find a passage in its page. `beside` are the other passages that stood there together with it. */
export function wantedSource(
  passage: Passage,
  place: Occurrence,
  beside: readonly Occurrence[],
  sentence: TextSpan | undefined,
): WantedSource {
  const { prefix, exact, suffix } = place.anchor;
  // Of a long passage the anchor holds the beginning, and what follows that is still in the passage.
  const isAnchored = exact.length >= passage.text.length;
  const next = beside.find(({ order }) => order === place.order + 1);
  const nearest = [...beside]
    .sort((one, other) => Math.abs(one.order - place.order) - Math.abs(other.order - place.order))
    .slice(0, SOURCE_LIMITS.others);
  return {
    text: passage.text,
    prefix,
    suffix: isAnchored ? suffix : (next?.anchor.exact ?? ''),
    isWhole: place.means === 'read',
    others: nearest.map(({ anchor }) => anchor.exact),
    ...(sentence && { sentence }),
  };
}
