/** A block element of the page, with what the survey found in it. Counts take in all that is inside. */
export interface Region {
  readonly element: Element;
  readonly tag: string;
  readonly parent: Region | undefined;
  readonly children: Region[];
  /** Letters and digits; a Chinese character counts as two. */
  chars: number;
  /** Those of them that are in links. */
  linkedChars: number;
  /** How much stands in paragraphs: runs of text that are long, punctuated and mostly not links. */
  proseChars: number;
  /** Number of unbroken runs of text. */
  runs: number;
  headings: number;
  pictures: number;
  /** Number of headings of columns and rows in tables. */
  columns: number;
  /** How much stands in paragraphs of the element itself. */
  ownProseChars: number;
  /** Number of runs of text of the element itself. */
  ownRuns: number;
  /** Whether the last run of the element itself ends like a sentence. */
  endsSentence: boolean;
}

export function createRegion(element: Element, tag: string, parent: Region | undefined): Region {
  const counts = { chars: 0, linkedChars: 0, proseChars: 0, runs: 0, headings: 0, pictures: 0, columns: 0 };
  const region = {
    element,
    tag,
    parent,
    children: [],
    ...counts,
    ownProseChars: 0,
    ownRuns: 0,
    endsSentence: false,
  };
  parent?.children.push(region);
  return region;
}

/** Counts what is in a region towards the one around it. */
export function addToParent(region: Region): void {
  const { parent } = region;
  if (!parent) return;
  parent.chars += region.chars;
  parent.linkedChars += region.linkedChars;
  parent.proseChars += region.proseChars;
  parent.runs += region.runs;
  parent.headings += region.headings;
  parent.pictures += region.pictures;
  parent.columns += region.columns;
}

/** Share of the text that is in links, 0 to 1. */
export function linkedShare({ chars, linkedChars }: Region): number {
  return chars === 0 ? 0 : linkedChars / chars;
}

const HEADING = /^h[1-6]$/;

export function isHeading({ tag }: Region): boolean {
  return HEADING.test(tag);
}
