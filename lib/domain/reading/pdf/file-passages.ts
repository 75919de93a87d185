import { detectLanguage } from '../../text/detect-language';
import type { TextLanguage } from '../../text/language';
import { chunkText } from '../chunk-text';
import type { BlockKind } from '../model';
import { isWorthKeeping } from '../worth-keeping';
import { enterHeading, type HeadingTrail, headingPath } from './heading-trail';
import type { PageLayout } from './layout-block';
import { type OutlinePlace, placeHeading } from './outline-trail';

/** A stretch of a file that can be read. */
export interface FilePassage {
  /** Position of its block among those of the page. */
  readonly block: number;
  /** Which part of the block's height it takes, from 0 to 1: long blocks are cut into several passages. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly kind: BlockKind;
  readonly lang: TextLanguage;
  readonly headingPath: readonly string[];
}

/** Most UTF-16 units of a passage. A Chinese character says about as much as a little over two letters. */
const LONGEST: Readonly<Record<TextLanguage, number>> = { en: 2_000, zh: 900, other: 2_000 };

/**
 * What can be read of a page, in its order, and the headings that hold at its end.
 *
 * @param before the headings that hold at its beginning
 */
export function findPassages(
  { number, blocks, lang: claimed }: PageLayout,
  before: HeadingTrail,
  outline: readonly OutlinePlace[] = [],
): { readonly passages: FilePassage[]; readonly trail: HeadingTrail } {
  let trail = before;
  const passages = blocks.flatMap(({ kind, text, size }, block) => {
    if (kind === 'heading') trail = enterHeading(trail, placeHeading(outline, number, { text, size }));
    if (kind === 'heading' || kind === 'aside' || !isWorthKeeping(text, kind)) return [];
    const lang = detectLanguage(text, claimed);
    const path = headingPath(trail);
    const parts = chunkText(text, LONGEST[lang]);
    return placeParts(parts).map((part) => ({ ...part, block, kind, lang, headingPath: path }));
  });
  return { passages, trail };
}

function placeParts(parts: readonly string[]) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  let end = 0;
  return parts.map((text) => {
    const start = end;
    end += text.length;
    return { text, from: start / length, to: end / length };
  });
}
