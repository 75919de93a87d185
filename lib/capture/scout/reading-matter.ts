/** What holds no reading matter, or only words that lead elsewhere. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  'a audio button canvas footer input nav noscript object option script select style svg template textarea video'.split(
    ' ',
  ),
);

/** As much as the shortest prose that is kept. A Chinese character counts as two letters. */
const ENOUGH_LETTERS = 16;

/** A page that so many nodes do not settle is worth a closer look. */
const MOST_NODES = 4_000;

/** To look into a frame, the browser makes a world for our script in it, which takes a millisecond. */
const MOST_FRAMES = 10;

/** Looked at of one text, however long it is. */
const MOST_CHARS = 400;

const LETTER = /\p{L}/gu;
const HAN = /\p{Script=Han}/gu;

/**
 * Whether a page seems to hold something to read: in itself, its open shadow roots or its frames of the same origin. Looks
 * at 4,000 nodes at most, and errs towards yes.
 */
export function hasReadingMatter(page: Document): boolean {
  let letters = 0;
  let nodes = 0;
  let frames = 0;
  const roots: Node[] = [page.body ?? page.documentElement];
  const judge = (node: Node): number => {
    nodes += 1;
    if (nodes > MOST_NODES || node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const element = node as HTMLElement & Partial<Pick<HTMLIFrameElement, 'contentDocument'>>;
    if (PASSED_OVER.has(element.localName)) return NodeFilter.FILTER_REJECT;
    if (element.localName === 'iframe' || element.localName === 'frame') frames += 1;
    const inner = element.shadowRoot ?? (frames <= MOST_FRAMES ? element.contentDocument?.body : undefined);
    if (inner) roots.push(inner);
    return NodeFilter.FILTER_SKIP;
  };
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, judge);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      letters += lettersIn((node as Text).substringData?.(0, MOST_CHARS) ?? '');
      if (letters >= ENOUGH_LETTERS || nodes > MOST_NODES) return true;
    }
  }
  return false;
}

function lettersIn(text: string): number {
  return (text.match(LETTER)?.length ?? 0) + (text.match(HAN)?.length ?? 0);
}
