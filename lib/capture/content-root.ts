import { attributeOf, parentOf, tagOf, textOf } from './blocks/dom-access';

const PARAGRAPHS = 'p, pre, blockquote';

/** Paragraphs in these are about other pages or about the site. */
const ELSEWHERE = 'a, aside, footer, nav, [hidden]';

/** Paragraphs looked at; enough to find where the text of a page is, few enough for a page of any size. */
const MOST_PARAGRAPHS = 1_000;
const MOST_LEVELS = 40;
const MOST_MARKED = 100;

/** The content holds this share of the text. */
const CONTENT_SHARE = 0.6;

/** Less text than this is an empty frame that a script may fill later. */
const FEWEST_CHARS = 40;

/** The element that holds what a reader came for: what the page marks as its main part, else where its paragraphs are. */
export function findContentRoot(page: Document): Element {
  return (
    findMarked(page, 'main, [role="main"]') ??
    findMarked(page, 'article') ??
    findByParagraphs(page) ??
    page.body ??
    page.documentElement
  );
}

/** Of the marked elements, outermost and shown, the one that holds most of their text. */
function findMarked(page: Document, selector: string): Element | undefined {
  const marked = [...takeFirst(page.querySelectorAll(selector), MOST_MARKED)].filter(
    (element) => attributeOf(element, 'hidden') === null,
  );
  const outermost = marked.filter((one) => !marked.some((other) => other !== one && other.contains(one)));
  const chars = outermost.map((element) => textOf(element)?.trim().length ?? 0);
  const total = chars.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST_CHARS) return undefined;
  return outermost.find((_element, index) => (chars[index] ?? 0) >= total * CONTENT_SHARE);
}

/** The innermost element that holds most of the text in paragraphs. */
function findByParagraphs(page: Document): Element | undefined {
  const charsUnder = new Map<Element, number>();
  let total = 0;
  for (const paragraph of takeFirst(page.querySelectorAll(PARAGRAPHS), MOST_PARAGRAPHS)) {
    if (paragraph.closest(ELSEWHERE) !== null) continue;
    const chars = textOf(paragraph)?.trim().length ?? 0;
    total += chars;
    for (const above of ancestorsOf(paragraph)) charsUnder.set(above, (charsUnder.get(above) ?? 0) + chars);
  }
  if (total < FEWEST_CHARS) return undefined;
  const rich = [...charsUnder]
    .filter(([, chars]) => chars >= total * CONTENT_SHARE)
    .map(([element]) => element);
  // The rich elements all lie on one line, so the innermost is the one that contains no other.
  return rich.find((one) => !rich.some((other) => other !== one && one.contains(other)));
}

function* takeFirst(elements: NodeListOf<Element>, most: number): Generator<Element> {
  for (let index = 0; index < Math.min(elements.length, most); index += 1) {
    const element = elements.item(index);
    if (element) yield element;
  }
}

function* ancestorsOf(element: Element): Generator<Element> {
  let above = parentOf(element);
  for (let level = 0; level < MOST_LEVELS && above instanceof Element; level += 1) {
    if (tagOf(above) === 'body') return;
    yield above;
    above = parentOf(above);
  }
}
