import { cleanProse } from '@/lib/domain/reading/passage-text';

/** Not shown, or not a part of the text. */
const UNSEEN = 'script, style, noscript, template, textarea, select, [hidden], [aria-hidden="true"]';

/** Raw characters that surely hold as much clean text as an anchor keeps. */
const ENOUGH_CHARS = 200;
const MOST_NODES = 50;

/** What stands in the page right before the start of a range, and right after its end, as clean text. */
export function textAround(range: Range): { readonly before: string; readonly after: string } {
  const root = range.commonAncestorContainer.getRootNode();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  return {
    before: gather(walker, range.startContainer, (node) => dataBefore(node, range), 'previousNode'),
    after: gather(walker, range.endContainer, (node) => dataAfter(node, range), 'nextNode'),
  };
}

function gather(
  walker: TreeWalker,
  from: Node,
  ownData: (node: Node) => string,
  step: 'previousNode' | 'nextNode',
): string {
  walker.currentNode = from;
  let text = ownData(from);
  for (let count = 0; text.length < ENOUGH_CHARS && count < MOST_NODES; count += 1) {
    const node = walker[step]();
    if (!(node instanceof Text)) break;
    if (node.parentElement?.closest(UNSEEN)) continue;
    text = step === 'previousNode' ? `${node.data} ${text}` : `${text} ${node.data}`;
  }
  return cleanProse(text);
}

function dataBefore(node: Node, range: Range): string {
  return node instanceof Text ? node.data.slice(0, range.startOffset) : '';
}

function dataAfter(node: Node, range: Range): string {
  return node instanceof Text ? node.data.slice(range.endOffset) : '';
}
