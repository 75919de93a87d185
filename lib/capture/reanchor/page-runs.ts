import { isText } from '../blocks/dom-access';
import { findFormula } from '../blocks/maths/find-formula';
import { isFrame, ShownTrees } from '../blocks/shown-trees';
import { traverse } from '../blocks/traverse';
import { isInline, isInlineHidden, isSkipped } from '../element-roles';

/** A text node, and where its text begins in the text of its run. */
interface Piece {
  readonly node: Text;
  readonly start: number;
}

/** Text between two boundaries of block elements as the page wrote it, and the nodes that it stands in, in order. */
export interface PageRun {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** What is never text of the page, wherever one looks. */
const UNSEEN =
  'script, style, noscript, template, textarea, select, datalist, [hidden], [contenteditable]:not([contenteditable="false"])';

const MOST_CHARS = 5_000_000;

/**
 * The runs of text under an element, in document order, with a way back to the nodes. Yields `undefined` in between.
 *
 * @param isAllText also what is not reading matter: learners select in margins and boxes, too
 */
export function* findRuns(root: Element, isAllText: boolean): Generator<PageRun | undefined, void> {
  const trees = new ShownTrees(() => undefined);
  const run = new GrowingRun();
  const accepts = (element: Element, tag: string): boolean => {
    const formula = findFormula(element, tag);
    if (formula !== undefined) {
      if (formula !== 'beside') run.addSymbols(formula.symbols);
      return false;
    }
    if (isFrame(tag)) return trees.acceptsFrame(element);
    if (isAllText ? element.matches(UNSEEN) : isSkipped(element, tag)) return false;
    return !(isInline(element, tag) && isInlineHidden(element));
  };
  const open: boolean[] = [];
  let chars = 0;
  for (const step of traverse(root, accepts, trees.shownBy)) {
    if (step.type === 'text') {
      run.add(step.node);
      chars += step.node.length;
    } else if (step.type !== 'pass') {
      if (step.type === 'open') open.push(!isInline(step.element, step.tag));
      const isBlock = step.type === 'open' ? open.at(-1) : open.pop();
      if (isBlock) yield run.take();
      else if (step.type === 'open' && step.tag === 'br') run.addSymbols(' ');
    }
    yield undefined;
    if (chars > MOST_CHARS) break;
  }
  yield run.take();
}

class GrowingRun {
  #texts: string[] = [];
  #pieces: Piece[] = [];
  #length = 0;

  add(node: Text): void {
    this.#pieces.push({ node, start: this.#length });
    this.addSymbols(node.data);
  }

  /** Text that stands in no node of its own. */
  addSymbols(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
  }

  /** What was gathered; undefined when that is nothing but blanks. */
  take(): PageRun | undefined {
    const run = { text: this.#texts.join(''), pieces: this.#pieces };
    this.#texts = [];
    this.#pieces = [];
    this.#length = 0;
    return run.text.trim() === '' ? undefined : run;
  }
}

/** The place in the page of a point in a run. Absent when the page took the node away. */
export function placeInPage(
  { pieces }: PageRun,
  offset: number,
): { readonly node: Text; readonly offset: number } | undefined {
  const piece = pieces.findLast(({ start }) => start < offset) ?? pieces[0];
  if (piece === undefined || !piece.node.isConnected || !isText(piece.node)) return undefined;
  return { node: piece.node, offset: Math.min(Math.max(offset - piece.start, 0), piece.node.length) };
}
