import type { Region } from './region';

/** How much there is to read in a region, without what is beside the text. */
export interface Weight {
  /** Characters in paragraphs. */
  readonly prose: number;
  /** Characters in the paragraphs that stand closest together, and the region around those. */
  readonly flow: number;
  readonly densest: Region;
}

export type Weights = ReadonlyMap<Region, Weight>;

/** Entries of lists and cells of tables are less of a text than paragraphs. */
const LIST_TAGS: ReadonlySet<string> = new Set(['dd', 'li', 'td']);
const LIST_SHARE = 1 / 3;
const GRANDCHILD_SHARE = 1 / 2;

/** Weighs all regions, given in document order. */
export function* weigh(
  regions: readonly Region[],
  isBeside: (region: Region) => boolean,
): Generator<undefined, Weights> {
  const weights = new Map<Region, Weight>();
  for (let index = regions.length - 1; index >= 0; index -= 1) {
    const region = regions[index];
    if (region && !isBeside(region)) weights.set(region, weighOne(region, weights));
    yield undefined;
  }
  return weights;
}

function weighOne(region: Region, weights: Weights): Weight {
  let prose = region.ownProseChars;
  let ownFlow = flowOf(region);
  let flow = 0;
  let densest = region;
  for (const child of region.children) {
    const inner = weights.get(child);
    if (!inner) continue;
    prose += inner.prose;
    ownFlow += flowOf(child);
    for (const grandchild of child.children)
      if (weights.has(grandchild)) ownFlow += flowOf(grandchild) * GRANDCHILD_SHARE;
    if (inner.flow > flow) ({ flow, densest } = inner);
  }
  return ownFlow >= flow ? { prose, flow: ownFlow, densest: region } : { prose, flow, densest };
}

function flowOf({ tag, ownProseChars }: Region): number {
  return LIST_TAGS.has(tag) ? ownProseChars * LIST_SHARE : ownProseChars;
}
