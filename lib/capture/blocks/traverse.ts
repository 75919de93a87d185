import { firstChildOf, isElement, isText, nextSiblingOf, parentOf, tagOf } from './dom-access';

/** What a walk through a tree meets, in document order. Every `open` has its `close`. */
export type Step =
  | { readonly type: 'open'; readonly element: Element; readonly tag: string }
  | { readonly type: 'close' }
  | { readonly type: 'text'; readonly node: Text };

/**
 * Walks through a tree without recursion, however deep it is. Elements that `accepts` refuses are passed over with all
 * they hold. The page may change the tree between two steps; the walk then ends early instead of going astray.
 */
export function* traverse(
  root: Element,
  accepts: (element: Element, tag: string) => boolean,
): Generator<Step, void> {
  yield { type: 'open', element: root, tag: tagOf(root) };
  const path: Node[] = [root];
  let next = firstChildOf(root);
  for (;;) {
    if (next === null) {
      yield { type: 'close' };
      const left = path.pop();
      const above = path.at(-1);
      if (!left || !above || parentOf(left) !== above) return;
      next = nextSiblingOf(left);
      continue;
    }
    const node: Node = next;
    if (isElement(node) && accepts(node, tagOf(node))) {
      yield { type: 'open', element: node, tag: tagOf(node) };
      path.push(node);
      next = firstChildOf(node);
    } else {
      if (isText(node)) yield { type: 'text', node };
      next = nextSiblingOf(node);
    }
  }
}
