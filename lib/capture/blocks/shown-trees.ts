import { asksForSecrets } from '../sensitive-page';
import { shadowRootOf } from './dom-access';
import type { Shown } from './traverse';

/** A tree of its own within the page. Changes in it are not seen from outside. */
export type InnerTree = ShadowRoot | Document;

const LIMITS = { framesLookedAt: 50, frames: 16, frameDepth: 3 } as const;

/** Smaller frames measure or advertise; nobody reads in them. */
const SMALLEST_FRAME = { width: 200, height: 80 } as const;

/** What is shown where open shadow roots, slots and frames of the same origin take the place of an element's children. */
export class ShownTrees {
  readonly #onInnerTree: (tree: InnerTree) => void;
  #framesLookedAt = 0;
  #frames = 0;

  /** @param onInnerTree called for each tree that is walked into */
  constructor(onInnerTree: (tree: InnerTree) => void) {
    this.#onInnerTree = onInnerTree;
  }

  /** Whether a frame holds a page that may be read along with the page around it. */
  acceptsFrame(frame: Element): boolean {
    const isEnough = this.#framesLookedAt >= LIMITS.framesLookedAt || this.#frames >= LIMITS.frames;
    const inner = isEnough ? undefined : documentIn(frame);
    if (!inner?.body) return false;
    this.#framesLookedAt += 1;
    const { width, height } = frame.getBoundingClientRect();
    if (width < SMALLEST_FRAME.width || height < SMALLEST_FRAME.height) return false;
    return depthOf(inner) <= LIMITS.frameDepth && !inner.body.isContentEditable && !asksForSecrets(inner);
  }

  /** What an element shows in place of its children. */
  readonly shownBy = (element: Element, tag: string): Shown | undefined => {
    if (isFrame(tag)) return this.#enterFrame(element);
    const root = shadowRootOf(element);
    if (root) {
      this.#onInnerTree(root);
      return { childrenOf: root };
    }
    const nodes = tag === 'slot' ? nodesIn(element) : [];
    return nodes.length > 0 ? { nodes } : undefined;
  };

  #enterFrame(frame: Element): Shown {
    const inner = documentIn(frame);
    if (!inner?.body) return { nodes: [] };
    this.#frames += 1;
    this.#onInnerTree(inner);
    return { nodes: [inner.body] };
  }
}

export function isFrame(tag: string): boolean {
  return tag === 'iframe' || tag === 'frame';
}

/** The page in a frame; absent where it is of another origin, or not there yet. */
function documentIn(frame: Element): Document | undefined {
  return (frame as Partial<HTMLIFrameElement>).contentDocument ?? undefined;
}

/** How many frames lie between a page and this one. */
function depthOf(inner: Document): number {
  let depth = 0;
  let view: Window | null = inner.defaultView;
  while (view && view !== window && depth <= LIMITS.frameDepth) {
    depth += 1;
    view = view.parent;
  }
  return depth;
}

/** What the page puts into a slot; empty where the slot shows its own children. */
function nodesIn(slot: Element): readonly Node[] {
  return (slot as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
}
