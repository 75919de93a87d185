import type { BlockKind } from '@/lib/domain/reading/model';
import { headingLevel, isFactTable, isInline } from '../element-roles';
import { attributeOf } from './dom-access';
import { isDisplayMaths } from './maths-text';

/** What an open element says about the text in it, with what it takes over from the element around it. */
export interface Frame {
  readonly element: Element;
  readonly tag: string;
  readonly isBlock: boolean;
  readonly kind: BlockKind;
  /** Language that the page claims, as a tag; empty when it claims none. */
  readonly langHint: string;
  /** 1 to 6, or 0 outside headings. */
  readonly headingLevel: number;
  /** In code and tables, inner blocks are lines and cells of the one block. */
  readonly isWhole: boolean;
  /** A formula is taken as one, whatever elements draw it. */
  readonly isFormula: boolean;
  readonly isLink: boolean;
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

export function createFrame(element: Element, tag: string, above: Frame | undefined): Frame {
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
    isLink: tag === 'a' || above?.isLink === true,
  };
}

/** What stands before an element within code or a table. */
export function separatorBefore(tag: string): string {
  return tag === 'td' || tag === 'th' ? ' | ' : '';
}

/** What stands after an element within code or a table. */
export function separatorAfter(frame: Frame): string {
  const endsLine = frame.kind === 'table' ? frame.tag === 'tr' || frame.tag === 'caption' : frame.isBlock;
  return endsLine ? '\n' : '';
}
