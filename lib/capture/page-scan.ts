import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import type { PageBlock } from './blocks/block-walker';
import type { InnerTree } from './blocks/shown-trees';
import { findPageBlocks } from './root/find-page-blocks';
import { breatheUntilIdle, runInSlices, type SlicedWork } from './slices';

export interface ScanOptions {
  /** Absent where the general rules apply. */
  readonly adapter?: SiteAdapter;
  readonly onInnerTree: (tree: InnerTree) => void;
  readonly isCancelled: () => boolean;
}

/** Looks through this page for reading matter, in slices between which the page has its turn. */
export function scanPage({ isCancelled, ...options }: ScanOptions): Promise<SlicedWork<PageBlock>> {
  return runInSlices<PageBlock>(findPageBlocks(document, options), {
    now: () => performance.now(),
    breathe: breatheUntilIdle,
    isCancelled,
  });
}
