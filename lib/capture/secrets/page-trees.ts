import { shadowRootOf } from '../blocks/dom-access';
import { isShown } from './is-shown';

/**
 * Bounds for pages that are built to be slow. To look into a frame, the browser makes a world for our script in it, which
 * takes one or two milliseconds.
 */
const LIMITS = { elements: 20_000, trees: 100, framesLookedAt: 100, frames: 10 } as const;

export type PageTree = Document | ShadowRoot;

/** Elements of a kind in a tree. In documents the browser remembers them until the page changes. */
export function elementsIn<Tag extends 'input' | 'textarea' | 'iframe'>(
  tree: PageTree,
  tag: Tag,
): Iterable<HTMLElementTagNameMap[Tag]> {
  return 'getElementsByTagName' in tree ? tree.getElementsByTagName(tag) : tree.querySelectorAll(tag);
}

/** A page with its open shadow roots and the frames of its origin, as far as they are shown. */
export function* pageTrees(page: Document): Generator<PageTree, void> {
  const trees: PageTree[] = [page];
  let elementsLeft: number = LIMITS.elements;
  let framesToLookAt: number = LIMITS.framesLookedAt;
  let framesLeft: number = LIMITS.frames;
  for (let place = 0; place < Math.min(trees.length, LIMITS.trees); place += 1) {
    const tree = trees[place] as PageTree;
    yield tree;
    const walker = page.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null && elementsLeft > 0; node = walker.nextNode()) {
      elementsLeft -= 1;
      const root = shadowRootOf(node as Element);
      if (root) trees.push(root);
    }
    for (const frame of elementsIn(tree, 'iframe')) {
      if (framesLeft <= 0 || framesToLookAt <= 0) break;
      framesToLookAt -= 1;
      if (!isShown(frame)) continue;
      framesLeft -= 1;
      if (frame.contentDocument) trees.push(frame.contentDocument);
    }
  }
}
