import type { BlockKind } from '@/lib/domain/reading/model';
import { attributeOf } from './dom-access';
import { headingLevel, isFactTable, isInline } from './element-roles';
import { isDisplayMaths, mathsText } from './maths-text';

/** Text of one element as the page wrote it, with what is known from around it. */
export interface RawBlock {
  readonly element: Element;
  readonly text: string;
  readonly kind: BlockKind;
  /** Language that the page claims, as a tag; empty when it claims none. */
  readonly langHint: string;
  /** Headings above, outermost first, as the page wrote them. */
  readonly headingPath: readonly string[];
}

interface Frame {
  readonly element: Element;
  readonly tag: string;
  readonly isBlock: boolean;
  readonly kind: BlockKind;
  readonly langHint: string;
  readonly headingLevel: number;
  /** Inside code and tables, inner blocks are lines and cells of the one block. */
  readonly isWhole: boolean;
  /** A formula is taken as one, whatever elements draw it. */
  readonly isFormula: boolean;
}

const KIND_OF_TAG: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  caption: 'caption',
  dd: 'prose',
  dt: 'list',
  figcaption: 'caption',
  li: 'list',
  pre: 'code',
};

export interface BlockComposer {
  open(element: Element, tag: string): void;
  close(): void;
  addText(text: string): void;
  /** Blocks finished since the last call. */
  take(): RawBlock[];
}

/** Puts the text between the boundaries of block elements together, in document order. */
export function createBlockComposer(): BlockComposer {
  const frames: Frame[] = [];
  const headings: string[] = [];
  let finished: RawBlock[] = [];
  let parts: string[] = [];

  const finishRun = () => {
    const owner = frames.findLast((frame) => frame.isBlock);
    const text = parts.join('');
    parts = [];
    if (!owner || text.trim() === '') return;
    if (owner.headingLevel > 0) {
      headings.length = Math.min(headings.length, owner.headingLevel - 1);
      headings[owner.headingLevel - 1] = text;
      return;
    }
    const headingPath = headings.filter((heading) => heading !== undefined);
    finished.push({ element: owner.element, text, kind: owner.kind, langHint: owner.langHint, headingPath });
  };

  return {
    open: (element, tag) => {
      const above = frames.at(-1);
      const frame = createFrame(element, tag, above);
      if (above?.isWhole) parts.push(separatorBefore(tag));
      else if (frame.isBlock) finishRun();
      frames.push(frame);
      if (frame.isFormula && !above?.isFormula) parts.push(mathsText(element));
      if (tag === 'br') parts.push(frame.isWhole ? '\n' : ' ');
    },
    close: () => {
      const frame = frames.at(-1);
      if (frame && frames.at(-2)?.isWhole) parts.push(separatorAfter(frame));
      else if (frame?.isBlock) finishRun();
      frames.pop();
    },
    addText: (text) => {
      const frame = frames.at(-1);
      if (frame?.isFormula) return;
      parts.push(frame?.kind === 'table' ? text.replace(/\s+/g, ' ') : text);
    },
    take: () => {
      const taken = finished;
      finished = [];
      return taken;
    },
  };
}

function createFrame(element: Element, tag: string, above: Frame | undefined): Frame {
  const isFormula = tag === 'math' || above?.isFormula === true;
  const isTable = isFactTable(element, tag);
  const isDisplay = tag === 'math' && isDisplayMaths(element);
  const ownKind = isTable ? 'table' : isDisplay ? 'maths' : KIND_OF_TAG[tag];
  return {
    element,
    tag,
    isBlock: isDisplay || (!isFormula && !isInline(element, tag)),
    kind: above?.isWhole ? above.kind : (ownKind ?? above?.kind ?? 'prose'),
    langHint: attributeOf(element, 'lang') ?? above?.langHint ?? '',
    headingLevel: headingLevel(element, tag),
    isWhole: above?.isWhole === true || isTable || tag === 'pre',
    isFormula,
  };
}

function separatorBefore(tag: string): string {
  return tag === 'td' || tag === 'th' ? ' | ' : '';
}

function separatorAfter(frame: Frame): string {
  const endsLine = frame.kind === 'table' ? frame.tag === 'tr' || frame.tag === 'caption' : frame.isBlock;
  return endsLine ? '\n' : '';
}
