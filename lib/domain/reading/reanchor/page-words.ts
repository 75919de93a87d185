import { matchingTokens } from './matching-tokens';

/** A word of the page, and where it stands in its block, in UTF-16 units. */
export interface PlacedWord {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** The words of a page in order, with what they are compared by and how much each form says. */
export interface PageWords {
  readonly forms: readonly string[];
  readonly places: readonly PlacedWord[];
  /** Index of the first word of each block, and one more for the end. */
  readonly blockStarts: readonly number[];
  /** Inverse document frequency (Spärck Jones 1972) with the words of the page as documents; positive. */
  weigh(form: string): number;
}

/** Yields after every block. */
export function* readPageWords(blocks: readonly string[]): Generator<undefined, PageWords> {
  const forms: string[] = [];
  const places: PlacedWord[] = [];
  const blockStarts: number[] = [];
  const counts = new Map<string, number>();
  for (const [block, text] of blocks.entries()) {
    blockStarts.push(forms.length);
    for (const { form, start, end } of matchingTokens(text)) {
      forms.push(form);
      places.push({ block, start, end });
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
    yield undefined;
  }
  blockStarts.push(forms.length);
  return { forms, places, blockStarts, weigh };

  function weigh(form: string): number {
    return Math.log(1 + forms.length / (1 + (counts.get(form) ?? 0)));
  }
}
