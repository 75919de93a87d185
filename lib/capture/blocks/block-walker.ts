import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { chunkText } from '@/lib/domain/reading/chunk-text';
import type { BlockKind, TextForm } from '@/lib/domain/reading/model';
import { cleanLines, cleanProse } from '@/lib/domain/reading/passage-text';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';
import { isWorthKeeping } from '@/lib/domain/reading/worth-keeping';
import { detectLanguage } from '@/lib/domain/text/detect-language';
import type { TextLanguage } from '@/lib/domain/text/language';
import { isInline, isInlineHidden, isSkipped } from '../element-roles';
import { BlockComposer, type RawBlock } from './block-composer';
import { traverse } from './traverse';

/** A stretch of reading matter in the page. */
export interface PageBlock extends TextForm {
  readonly element: Element;
  readonly text: string;
  readonly kind: BlockKind;
  readonly lang: TextLanguage;
  readonly headingPath: readonly string[];
  /** Which part of the element's height the text takes, from 0 to 1: long elements are cut into several blocks. */
  readonly from: number;
  readonly to: number;
}

export interface WalkOptions {
  /** Whether an element may hold reading matter; it is walked into only then. */
  readonly accepts?: (element: Element, tag: string) => boolean;
  /** How the site is built; absent where the general rules apply. */
  readonly adapter?: SiteAdapter;
}

export const WALK_LIMITS = {
  textNodes: 50_000,
  blocks: 5_000,
  charsPerTextNode: 100_000,
  charsPerBlock: 2_000,
  /** A Chinese character says about as much as a little over two letters. */
  charsPerChineseBlock: 900,
} as const;

/** A block of which more is in links leads elsewhere: a table of contents, not reading matter. */
const MOST_LINKED = 0.8;

/**
 * Yields the blocks under an element, in document order, and `undefined` after every step, so that the caller can stop for
 * breath. Ends after 50,000 text nodes or 5,000 blocks.
 */
export function* walkBlocks(
  root: Element,
  { accepts = () => true }: WalkOptions = {},
): Generator<PageBlock | undefined, void> {
  const composer = new BlockComposer();
  let textNodes = 0;
  let blocks = 0;
  for (const step of traverse(
    root,
    (element, tag) => isReadingMatter(element, tag) && accepts(element, tag),
  )) {
    if (step.type === 'open') composer.open(step.element, step.tag);
    else if (step.type === 'close') composer.close();
    else {
      textNodes += 1;
      composer.addText(step.node.data.slice(0, WALK_LIMITS.charsPerTextNode));
    }
    yield undefined;
    for (const block of composer.take().flatMap(finishBlock)) {
      yield block;
      blocks += 1;
    }
    if (textNodes >= WALK_LIMITS.textNodes || blocks >= WALK_LIMITS.blocks) return;
  }
}

function isReadingMatter(element: Element, tag: string): boolean {
  if (isSkipped(element, tag)) return false;
  return !(isInline(element, tag) && isInlineHidden(element));
}

function finishBlock({ element, text, linkedChars, kind, langHint, headingPath }: RawBlock): PageBlock[] {
  const clean = cleanText(text, kind);
  if (linkedChars > clean.length * MOST_LINKED || !isWorthKeeping(clean, kind)) return [];
  const lang = detectLanguage(clean, langHint);
  const limit = lang === 'zh' ? WALK_LIMITS.charsPerChineseBlock : WALK_LIMITS.charsPerBlock;
  const headings = headingPath.map(cleanHeading).filter((heading) => heading !== '');
  const parts = chunkText(clean, limit);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.length;
    return { element, text: part, kind, lang, headingPath: headings, from: start / length, to: end / length };
  });
}

function cleanText(text: string, kind: BlockKind): string {
  if (kind === 'code') return cleanLines(text);
  if (kind !== 'table') return cleanProse(text);
  const rows = cleanLines(text).split('\n');
  const cells = rows.map((row) =>
    row
      .replace(/ +/g, ' ')
      .replace(/^[ |]+/, '')
      .trim(),
  );
  return cells.filter((row) => row !== '').join('\n');
}

/** Headings often end in a link to themselves. */
function cleanHeading(heading: string): string {
  const text = cleanProse(heading).replace(/[¶§#\s]+$/u, '');
  return text.slice(0, CAPTURE_LIMITS.headingChars);
}
