import { cleanProse } from '@/lib/domain/reading/passage-text';
import { isInWritingArea } from '../blocks/writing-area';

/** Not shown, or not a part of the text. */
const UNSEEN = 'head, script, style, noscript, template, textarea, select, [hidden], [aria-hidden="true"]';

/** Raw characters that surely hold as much clean text as an anchor keeps. */
const ENOUGH_CHARS = 200;
const MOST_NODES = 50;

/** What stands in the page right before the start of a range, and right after its end, as clean text. */
export function textAround(range: Range): { readonly before: string; readonly after: string } {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const before = startContainer instanceof Text ? startContainer.data.slice(0, startOffset) : '';
  const after = endContainer instanceof Text ? endContainer.data.slice(endOffset) : '';
  const [from, to] = [nodeAt(startContainer, startOffset), nodeAt(endContainer, endOffset)];
  return {
    before: cleanProse([before, ...textsFrom(from, 'previousNode', range)].reverse().join(' ')),
    after: cleanProse([after, ...textsFrom(to, 'nextNode', range)].join(' ')),
  };
}

function nodeAt(container: Node, offset: number): Node {
  return container.childNodes[offset] ?? container;
}

/** Texts outside the range, the nearest first, until there is enough. */
function* textsFrom(start: Node, step: 'previousNode' | 'nextNode', range: Range): Generator<string> {
  const walker = document.createTreeWalker(start.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = start;
  let chars = 0;
  for (let count = 0; chars < ENOUGH_CHARS && count < MOST_NODES; count += 1) {
    const node = walker[step]();
    if (!(node instanceof Text)) return;
    if (range.intersectsNode(node) || isUnseen(node.parentElement)) continue;
    chars += node.length;
    yield node.data;
  }
}

/** Not shown, not a part of the text, or written by the learner. */
function isUnseen(element: Element | null): boolean {
  return element !== null && (element.closest(UNSEEN) !== null || isInWritingArea(element));
}
