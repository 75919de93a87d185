import { isInline, isInlineHidden, isSkipped } from '../element-roles';
import { isBesideCode, isCodeEditor, isReadOnlyCode } from './code/code-form';
import { attributeOf } from './dom-access';
import { findFormula } from './maths/find-formula';
import type { PageFormula } from './maths/formula';
import { isFrame, type ShownTrees } from './shown-trees';
import type { TranscriptPanels } from './transcript';

/** What stands in the page in place of a tree of elements. */
export type Found =
  | { readonly type: 'formula'; readonly element: Element; readonly formula: PageFormula }
  | { readonly type: 'transcript'; readonly panel: Element };

export interface GateOptions {
  readonly trees: ShownTrees;
  readonly isInCode: () => boolean;
  readonly panels: TranscriptPanels;
  readonly accepts: (element: Element, tag: string) => boolean;
}

/** Says which elements are walked into, and notices what is read as one instead. */
export class ReadingGate {
  readonly #options: GateOptions;
  #found: Found | undefined;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  readonly accepts = (element: Element, tag: string): boolean => {
    if (this.#notices(element, tag)) return false;
    if (isFrame(tag)) return this.#acceptsFrame(element, tag);
    if (isBesideCode(element, tag, this.#options.isInCode()) || isCodeEditor(element)) return false;
    if (!isReadOnlyCode(element) && isSkipped(element, tag)) return false;
    if (isInline(element, tag) && isInlineHidden(element)) return false;
    return this.#options.accepts(element, tag);
  };

  /** What was noticed in the element passed over last. */
  takeFound(): Found | undefined {
    const found = this.#found;
    this.#found = undefined;
    return found;
  }

  /** Whether an element is read as one. Nothing is found where it is hidden, or told elsewhere. */
  #notices(element: Element, tag: string): boolean {
    if (this.#options.panels.notice(element)) {
      this.#found = { type: 'transcript', panel: element };
      return true;
    }
    const formula = findFormula(element, tag);
    if (formula === undefined) return false;
    const isHidden = isMarkedHidden(element) || (tag !== 'script' && isInlineHidden(element));
    if (formula !== 'beside' && !isHidden) this.#found = { type: 'formula', element, formula };
    return true;
  }

  #acceptsFrame(frame: Element, tag: string): boolean {
    const { accepts, trees } = this.#options;
    return !isMarkedHidden(frame) && accepts(frame, tag) && trees.acceptsFrame(frame);
  }
}

function isMarkedHidden(element: Element): boolean {
  return attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true';
}
