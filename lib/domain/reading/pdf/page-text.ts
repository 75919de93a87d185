/** A run of text as a page of a PDF paints it. Lengths are in points, from the top left corner of the page. */
export interface TextPiece {
  readonly text: string;
  readonly left: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
  readonly isMonospaced: boolean;
}

/** The upright text of a page, in the order in which the file paints it, which need not be the order of reading. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  /** Language tag that the file claims, empty when it claims none. */
  readonly lang: string;
  readonly pieces: readonly TextPiece[];
}
