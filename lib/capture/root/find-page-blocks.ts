import { type PageBlock, type WalkOptions, walkBlocks } from '../blocks/block-walker';
import { dropsAny, findDescribedMatter } from './described-matter';
import { findReadingMatter } from './find-reading-matter';

/**
 * Yields the blocks of a page that are reading matter, in document order, and `undefined` after every step, so that the
 * caller can stop for breath. What the page shows of a described site is found as described, else by general rules.
 */
export function* findPageBlocks(
  page: Document,
  options: Pick<WalkOptions, 'adapter' | 'onInnerTree' | 'limits'> = {},
): Generator<PageBlock | undefined, void> {
  const { adapter } = options;
  const described = adapter && findDescribedMatter(page, adapter);
  const { root, isCaption, ...filter } = described ?? (yield* findReadingMatter(page, options.onInnerTree));
  const isDropped = dropsAny(described ? [] : (adapter?.drop ?? []));
  const accepts = (element: Element) => filter.accepts(element) && !isDropped(element);
  for (const block of walkBlocks(root, { ...options, ...filter, accepts }))
    yield block && isCaption(block.element) ? { ...block, kind: 'caption' } : block;
}
