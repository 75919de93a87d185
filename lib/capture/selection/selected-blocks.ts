import { cleanProse } from '@/lib/domain/reading/passage-text';
import { isWorthKeeping } from '@/lib/domain/reading/worth-keeping';
import { detectLanguage } from '@/lib/domain/text/detect-language';
import { type PageBlock, walkBlocks } from '../blocks/block-walker';
import { isElement } from '../blocks/dom-access';
import { isInWritingArea } from '../blocks/writing-area';

/** A selected block before its surroundings are known. */
export type BlockInSelection = Pick<
  PageBlock,
  'text' | 'kind' | 'lang' | 'codeLanguage' | 'formulas' | 'element'
>;

/**
 * The selected parts of a page's blocks, by the rules by which pages are read: formulas and code as they are, controls and
 * texts that are being written left out. Where those rules find nothing (beside the text, in a shadow root), the lines of
 * the selection as the browser gives them, unless something in it is being written.
 */
export function selectedBlocks(range: Range, selection: Selection): BlockInSelection[] {
  const page = range.startContainer.ownerDocument;
  const around = elementOf(range.commonAncestorContainer);
  if (!page || !around) return [];
  for (const root of [page.body ?? around, around]) {
    const blocks = walkSelection(root, range);
    if (blocks.length > 0) return blocks;
  }
  return touchesWritingArea(range, around) ? [] : linesOf(selection, around);
}

/** The element that a node is, or is in. */
export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function walkSelection(root: Element, range: Range): BlockInSelection[] {
  const steps = walkBlocks(root, {
    accepts: (element) => range.intersectsNode(element),
    textOf: (node) => selectedData(node, range),
  });
  return [...steps].filter((block) => block !== undefined);
}

/** The part of a text node that lies in a range. */
function selectedData(node: Text, range: Range): string {
  if (!range.intersectsNode(node)) return '';
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  return node.data.slice(start, end);
}

/** The browser's own lines of a selection hold what is written in it, too. */
function touchesWritingArea(range: Range, around: Element): boolean {
  if (isInWritingArea(around)) return true;
  const walker = around.ownerDocument.createTreeWalker(around, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isElement(node) && range.intersectsNode(node) && isInWritingArea(node)) return true;
  }
  return false;
}

function linesOf(selection: Selection, element: Element): BlockInSelection[] {
  const lines = selection.toString().split(/\n+/).map(cleanProse);
  const hint = element.closest('[lang]')?.getAttribute('lang') ?? '';
  return lines
    .filter((text) => isWorthKeeping(text, 'prose'))
    .map((text) => ({ element, text, kind: 'prose', lang: detectLanguage(text, hint) }));
}
