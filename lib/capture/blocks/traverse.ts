import { firstChildOf, isElement, isText, nextSiblingOf, parentOf, tagOf } from './dom-access';

/** What a walk through a tree meets, in document order. Every `open` has its `close`; `pass` is what was passed over. */
export type Step =
  | { readonly type: 'open'; readonly element: Element; readonly tag: string }
  | { readonly type: 'close' }
  | { readonly type: 'text'; readonly node: Text }
  | { readonly type: 'pass' };

/** What an element shows in place of its children: those of another node, or nodes from elsewhere. */
export type Shown = { readonly childrenOf: Node } | { readonly nodes: readonly Node[] };

const PASS: Step = { type: 'pass' };
const CLOSE: Step = { type: 'close' };

/**
 * Walks through a tree without recursion, however deep it is. Elements that `accepts` refuses are passed over with all
 * they hold. The page may change the tree between two steps; the walk then leaves the changed element early instead of
 * going astray.
 *
 * @param shownBy what an element shows in place of its children; undefined where it shows its children
 */
export function* traverse(
  root: Element,
  accepts: (element: Element, tag: string) => boolean,
  shownBy: (element: Element, tag: string) => Shown | undefined = () => undefined,
): Generator<Step, void> {
  const rootTag = tagOf(root);
  yield { type: 'open', element: root, tag: rootTag };
  const path = [new Level(shownBy(root, rootTag) ?? { childrenOf: root })];
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const node = level.next();
    if (node === null) {
      path.pop();
      yield CLOSE;
    } else if (isText(node)) yield { type: 'text', node };
    else if (isElement(node) && accepts(node, tagOf(node))) {
      const tag = tagOf(node);
      yield { type: 'open', element: node, tag };
      path.push(new Level(shownBy(node, tag) ?? { childrenOf: node }));
    } else yield PASS;
  }
}

/** The nodes under an open element, and how far the walk has come among them. */
class Level {
  readonly #shown: Shown;
  #last: Node | undefined;
  #taken = 0;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  next(): Node | null {
    if ('nodes' in this.#shown) return this.#shown.nodes[this.#taken++] ?? null;
    const { childrenOf } = this.#shown;
    const last = this.#last;
    const next = last
      ? parentOf(last) === childrenOf
        ? nextSiblingOf(last)
        : null
      : firstChildOf(childrenOf);
    if (next) this.#last = next;
    return next;
  }
}
