import type { BlockKind } from '../model';
import type { TextPiece } from './page-text';

/** What lies on a page beside its reading matter: running heads, tables of contents. */
export type LayoutKind = BlockKind | 'heading' | 'aside';

/** A stretch of a page: a paragraph, an item, a heading. */
export interface LayoutBlock {
  readonly kind: LayoutKind;
  /** As it will be kept: whole sentences, even where the page breaks them. */
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  /** Where it is painted, in points from the top left corner of the page. */
  readonly box: Box;
  /** Size of its letters, in points. */
  readonly size: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A page in the order of reading. */
export interface PageLayout {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lang: string;
  readonly blocks: readonly LayoutBlock[];
}

/** Whether a block may go on in another column or on the next page. */
export function isRunningText({ kind }: Pick<LayoutBlock, 'kind'>): boolean {
  return kind === 'prose' || kind === 'list';
}
