import { expectedReadingMs, requiredDwellMs } from '@/lib/domain/reading/engagement';
import type { QuoteAnchor, ReadBlock } from '@/lib/domain/reading/model';
import { createQuoteAnchor } from '@/lib/domain/reading/quote-anchor';
import type { PageBlock } from './blocks/block-walker';
import type { Watched } from './dwell-tracker';

/** A block of the page and how far it has been read. */
export interface TrackedBlock extends Watched {
  readonly block: PageBlock;
  readonly anchor: QuoteAnchor;
  /** Position among the blocks of the page, from 0. */
  readonly order: number;
  /** Time in view from which the block counts as read. */
  readonly requiredMs: number;
  /** Time in view when it was last reported; absent as long as it was not. */
  reportedMs: number | undefined;
}

/** Begins to follow the block at a position among those of its page. */
export function trackBlock(blocks: readonly PageBlock[], order: number, timeScale: number): TrackedBlock {
  const block = blocks[order];
  if (!block) throw new RangeError(`There is no block ${order} among ${blocks.length}`);
  const before = blocks[order - 1]?.text ?? '';
  const after = blocks[order + 1]?.text ?? '';
  return {
    block,
    element: block.element,
    from: block.from,
    to: block.to,
    anchor: createQuoteAnchor(block.text, before, after),
    order,
    requiredMs: requiredDwellMs(block.text, timeScale),
    dwellMs: 0,
    reportedMs: undefined,
  };
}

/** Goes on with a block whose element the page replaced by another with the same text. */
export function moveTo({ element, from, to }: PageBlock, tracked: TrackedBlock): TrackedBlock {
  return { ...tracked, element, from, to };
}

export function toReadBlock({ block, anchor, order, dwellMs, requiredMs }: TrackedBlock): ReadBlock {
  const { text, kind, lang, headingPath } = block;
  const expectedMs = expectedReadingMs(text);
  return { text, kind, lang, headingPath, order, anchor, dwellMs, requiredMs, expectedMs, rereads: 0 };
}
