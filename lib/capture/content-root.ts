import { attributeOf, parentOf, tagOf, textOf } from './dom-access';

const PARAGRAPHS = 'p, pre, blockquote';

/** Paragraphs looked at; enough to find where the text of a page is, few enough for a page of any size. */
const MOST_PARAGRAPHS = 1_000;
const MOST_LEVELS = 40;
const MOST_MARKED = 50;

/** The content is the innermost element that holds this share of the text in paragraphs. */
const CONTENT_SHARE = 0.6;

/** The element that holds what a reader came for: what the page marks as its main part, else where its paragraphs are. */
export function findContentRoot(page: Document): Element {
  const marked = onlyOne(page, 'main, [role="main"]') ?? onlyOne(page, 'article');
  return marked ?? findByParagraphs(page) ?? page.body ?? page.documentElement;
}

function onlyOne(page: Document, selector: string): Element | undefined {
  const found = [...page.querySelectorAll(selector)].filter(
    (element) => attributeOf(element, 'hidden') === null,
  );
  if (found.length > MOST_MARKED) return undefined;
  const outermost = found.filter(
    (element) => !found.some((other) => other !== element && other.contains(element)),
  );
  return outermost.length === 1 ? outermost[0] : undefined;
}

function findByParagraphs(page: Document): Element | undefined {
  const charsUnder = new Map<Element, number>();
  let total = 0;
  for (const paragraph of takeFirst(page.querySelectorAll(PARAGRAPHS), MOST_PARAGRAPHS)) {
    const chars = textOf(paragraph)?.length ?? 0;
    total += chars;
    for (const above of ancestorsOf(paragraph)) charsUnder.set(above, (charsUnder.get(above) ?? 0) + chars);
  }
  const rich = [...charsUnder]
    .filter(([, chars]) => chars >= total * CONTENT_SHARE)
    .map(([element]) => element);
  // Of the rich elements, which all lie on one line, the innermost contains no other.
  return rich.find((element) => !rich.some((other) => other !== element && element.contains(other)));
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
