import type { BlockKind } from '@/lib/domain/reading/model';
import { headingLevel, isInline, isLink } from '../element-roles';
import { isCode } from './code/code-form';
import { attributeOf, classesOf } from './dom-access';
import { isFactTable } from './fact-table';
import type { RunGroup } from './text-run';

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
  readonly isLink: boolean;
  /** What runs of text in the element are pieces of. */
  readonly group: RunGroup | undefined;
  /** In a list of terms: the entry that is being written. */
  readonly glossary: Glossary | undefined;
}

/** A term begins a new entry once the one before has been described. */
class Glossary {
  #entry: RunGroup | undefined;
  #isDescribed = false;

  beginTerm(): RunGroup {
    if (this.#isDescribed) this.#entry = undefined;
    this.#isDescribed = false;
    this.#entry ??= { type: 'entry' };
    return this.#entry;
  }

  /** Undefined when no term is described: the list only sets its text in. */
  beginDescription(): RunGroup | undefined {
    this.#isDescribed = true;
    return this.#entry;
  }
}

const KIND_OF_TAG: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  caption: 'caption',
  figcaption: 'caption',
  li: 'list',
};

const CAPTION_CLASSES: ReadonlySet<string> = new Set(['thumbcaption', 'wp-caption-text']);

/** Lines of an equation that is laid out as a table. */
const EQUATION_CELL = 'ltx_eqn_cell';

export function createFrame(element: Element, tag: string, above: Frame | undefined): Frame {
  const isWithinWhole = above?.isWhole === true;
  const group = isWithinWhole ? undefined : groupOf(tag, above);
  const ownKind = isWithinWhole ? undefined : kindOf(element, tag, group);
  const kind = ownKind ?? above?.kind ?? 'prose';
  return {
    element,
    tag,
    isBlock: !above || (!isInline(element, tag) && !classesOf(element).includes(EQUATION_CELL)),
    kind,
    langHint: langHintOf(element, tag, above),
    headingLevel: headingLevel(element, tag),
    isWhole: kind === 'code' || kind === 'table',
    isLink: isLink(element, tag) || above?.isLink === true,
    group: ownKind === undefined || ownKind === 'list' || ownKind === 'definition' ? group : undefined,
    glossary: tag === 'dl' ? new Glossary() : above?.glossary,
  };
}

/** Kind of the text in an element; undefined where it is that of the text around it. */
function kindOf(element: Element, tag: string, group: RunGroup | undefined): BlockKind | undefined {
  if (isCode(element, tag)) return 'code';
  if (isFactTable(element, tag)) return 'table';
  if (tag === 'dt' || tag === 'dd') return group ? 'definition' : undefined;
  return (
    KIND_OF_TAG[tag] ?? (classesOf(element).some((name) => CAPTION_CLASSES.has(name)) ? 'caption' : undefined)
  );
}

function groupOf(tag: string, above: Frame | undefined): RunGroup | undefined {
  if (tag === 'dt') return above?.glossary?.beginTerm();
  if (tag === 'dd') return above?.glossary?.beginDescription();
  if (tag === 'ul' || tag === 'ol') return above?.group?.type === 'list' ? above.group : { type: 'list' };
  return above?.group;
}

/** The outermost element, and that of a page in a frame, stand below others that are not walked. */
function langHintOf(element: Element, tag: string, above: Frame | undefined): string {
  const isTop = above === undefined || tag === 'body';
  const claiming = isTop ? element.closest('[lang]') : element;
  return (claiming && attributeOf(claiming, 'lang')) ?? above?.langHint ?? '';
}
