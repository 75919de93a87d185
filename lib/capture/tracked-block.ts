import type { QuoteAnchor, ReadBlock } from '@/lib/domain/reading/model';
import { createQuoteAnchor } from '@/lib/domain/reading/quote-anchor';
import { type ReadingPace, ReadingProgress } from '@/lib/domain/reading/reading-progress';
import type { PageBlock } from './blocks/block-walker';
import type { Watched } from './dwell-tracker';

/** A block of the page and how far it has been read. */
export interface TrackedBlock extends Watched {
  readonly block: PageBlock;
  readonly anchor: QuoteAnchor;
  /** Position among the blocks of the page, from 0. */
  readonly order: number;
  /** What was last reported of it; absent as long as nothing was. */
  reported: { readonly dwellMs: number; readonly rereads: number } | undefined;
}

/** Begins to follow the block at a position among those of its page. */
export function trackBlock(blocks: readonly PageBlock[], order: number, pace: ReadingPace): TrackedBlock {
  const block = blocks[order];
  if (!block) throw new RangeError(`There is no block ${order} among ${blocks.length}`);
  const before = blocks[order - 1]?.text ?? '';
  const after = blocks[order + 1]?.text ?? '';
  return {
    block,
    ...placeOf(block),
    anchor: createQuoteAnchor(block.text, before, after),
    order,
    progress: new ReadingProgress(block.text, block.kind, pace),
    reported: undefined,
  };
}

/** Goes on with a block whose element the page replaced by another with the same text. */
export function moveTo(block: PageBlock, { elements: _elements, ...tracked }: TrackedBlock): TrackedBlock {
  return { ...tracked, ...placeOf(block) };
}

function placeOf({ element, elements, from, to }: PageBlock): Omit<Watched, 'progress'> {
  return { element, ...(elements && { elements }), from, to };
}

export function toReadBlock({ block, anchor, order, progress }: TrackedBlock): ReadBlock {
  const { text, kind, lang, headingPath, codeLanguage, formulas } = block;
  const { dwellMs, requiredMs, expectedMs, rereads } = progress;
  const form = { ...(codeLanguage && { codeLanguage }), ...(formulas && { formulas }) };
  return {
    ...{ text, kind, lang, ...form },
    ...{ headingPath, order, anchor },
    ...{ dwellMs, requiredMs, expectedMs, rereads },
  };
}
