import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { matchesSelector, parentOf } from '../blocks/dom-access';
import type { ReadingMatter } from './reading-matter';

const MOST_PARTS = 500;

/** The reading matter where a site is described and built as described; the general rules have no say in it. */
export function findDescribedMatter(page: Document, { root, drop }: SiteAdapter): ReadingMatter | undefined {
  const parts = outermost(firstFound(page, root));
  const [first] = parts;
  if (!first) return undefined;
  const isDropped = dropsAny(drop);
  const isCaption = () => false;
  if (parts.size === 1) return { root: first, accepts: (element) => !isDropped(element), isCaption };
  const around = commonAncestor(page, [...parts]);
  const ways = waysTo(parts, around);
  const isOnWay = (node: Node | null) => node !== null && ways.has(node);
  return {
    root: around,
    accepts: (element) =>
      (parts.has(element) || isOnWay(element) || !isOnWay(parentOf(element))) && !isDropped(element),
    textOf: (node) => (isOnWay(parentOf(node)) ? '' : node.data),
    isCaption,
  };
}

/** Whether an element is one of those that a site's description drops. */
export function dropsAny(selectors: readonly string[]): (element: Element) => boolean {
  const selector = selectors.join(', ');
  return selector === '' ? () => false : (element) => matchesSelector(element, selector);
}

function firstFound(page: Document, selectors: readonly string[]): Element[] {
  for (const selector of selectors) {
    const found = page.querySelectorAll(selector);
    if (found.length > 0)
      return Array.from({ length: Math.min(found.length, MOST_PARTS) }, (_, i) => found.item(i));
  }
  return [];
}

function outermost(elements: readonly Element[]): ReadonlySet<Element> {
  const all = new Set<Node>(elements);
  return new Set(elements.filter((element) => !ancestorsOf(element).some((above) => all.has(above))));
}

function commonAncestor(page: Document, [first, ...others]: readonly Element[]): Element {
  for (const above of first ? ancestorsOf(first) : [])
    if (above instanceof Element && others.every((other) => above.contains(other))) return above;
  return page.documentElement;
}

/** The elements between the parts and what is around all of them, with the latter. */
function waysTo(parts: ReadonlySet<Element>, around: Element): ReadonlySet<Node> {
  const ways = new Set<Node>([around]);
  for (const part of parts) {
    for (const above of ancestorsOf(part)) {
      if (ways.has(above)) break;
      ways.add(above);
    }
  }
  return ways;
}

/** Innermost first. */
function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  for (let above = parentOf(node); above; above = parentOf(above)) ancestors.push(above);
  return ancestors;
}
