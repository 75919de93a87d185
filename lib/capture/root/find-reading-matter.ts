import type { InnerTree } from '../blocks/shown-trees';
import { isAside } from './asides';
import { isCaption } from './captions';
import { chooseRoot } from './choose-root';
import { findEdges } from './edges';
import type { ReadingMatter } from './reading-matter';
import type { Region } from './region';
import { findStrays } from './strays';
import { surveyPage } from './survey';
import { weigh } from './weigh';

/**
 * Finds the element that holds what a reader came for, and what in it belongs to something else. Yields after every small
 * step, so that the caller can stop for breath; looks at 60,000 block elements at most.
 *
 * @param onInnerTree called for each open shadow root and frame on the way, since the root may be in one
 */
export function* findReadingMatter(
  page: Document,
  onInnerTree: (tree: InnerTree) => void = () => undefined,
): Generator<undefined, ReadingMatter> {
  const top = page.body ?? page.documentElement;
  const regions = yield* surveyPage(top, onInnerTree);
  const { asides, captions } = yield* judge(regions);
  const weights = yield* weigh(regions, ({ element }) => asides.has(element));
  const root = yield* chooseRoot(regions, weights);
  if (root) {
    for (const { element } of yield* findStrays(root, weights)) asides.add(element);
    const texts = yield* findTexts(root, asides, captions);
    for (const { element } of findEdges(texts, root)) asides.add(element);
  }
  return {
    root: root?.element ?? top,
    accepts: (element) => !asides.has(element),
    isCaption: (element) => captions.has(element),
  };
}

function* judge(regions: readonly Region[]) {
  const asides = new Set<Element>();
  const captions = new Set<Element>();
  const [whole] = regions;
  for (const region of whole ? regions : []) {
    if (whole && isAside(region, whole)) asides.add(region.element);
    const isInCaption = region.parent && captions.has(region.parent.element);
    if (isInCaption || (whole && isCaption(region, whole))) captions.add(region.element);
    yield undefined;
  }
  return { asides, captions };
}

/** Regions within the root that hold text themselves, in document order, captions apart. */
function* findTexts(
  root: Region,
  asides: ReadonlySet<Element>,
  captions: ReadonlySet<Element>,
): Generator<undefined, Region[]> {
  const texts: Region[] = [];
  const ahead = [root];
  for (let region = ahead.pop(); region; region = ahead.pop()) {
    yield undefined;
    if (asides.has(region.element) || captions.has(region.element)) continue;
    if (region.ownRuns > 0) texts.push(region);
    for (const child of region.children.toReversed()) ahead.push(child);
  }
  return texts;
}
