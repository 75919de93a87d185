import type { FoundBlocks } from '@/lib/app/ports/imports';
import type { ImportedBlock } from '@/lib/domain/imports/imported-block';
import type { MarkupPart } from '@/lib/domain/imports/markup';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { cleanProse } from '@/lib/domain/reading/passage-text';
import { type PageBlock, type WalkLimits, walkBlocks } from './blocks/block-walker';
import { attributeOf } from './blocks/dom-access';
import { parseInert } from './inert-document';
import { findPageBlocks } from './root/find-page-blocks';
import { breatheUntilIdle, runInSlices } from './slices';

/** Unlike a page, a document has an end, and its size was looked at; what is cut off here would be lost without a word. */
const NO_LIMITS: WalkLimits = {
  steps: Number.POSITIVE_INFINITY,
  textNodes: Number.POSITIVE_INFINITY,
  blocks: Number.POSITIVE_INFINITY,
};

/** The blocks of a document that was brought in, found as on a page of the web, in slices between which this page has its turn. */
export async function findImportedBlocks(part: MarkupPart, isCancelled: () => boolean): Promise<FoundBlocks> {
  const parsed = parsePart(part);
  hideUnseen(parsed);
  const root = parsed.body ?? parsed.documentElement;
  claimLanguage(parsed.documentElement, part.lang);
  const walk =
    part.extent === 'all'
      ? walkBlocks(root, { limits: NO_LIMITS })
      : findPageBlocks(parsed, { limits: NO_LIMITS });
  const { items } = await runInSlices<PageBlock>(walk, {
    now: () => performance.now(),
    breathe: breatheUntilIdle,
    isCancelled,
  });
  return { title: titleIn(parsed), blocks: items.map(toImported) };
}

/** Books that are no XML, though they should be, are read as HTML. */
function parsePart({ markup, syntax }: MarkupPart): Document {
  const strict = syntax === 'xhtml' ? parseInert(markup, 'application/xhtml+xml') : undefined;
  return strict ?? parseInert(markup, 'text/html') ?? document.implementation.createHTMLDocument('');
}

const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Nothing is laid out here, so what a style would hide is told by the style itself. */
function hideUnseen(parsed: Document): void {
  for (const element of parsed.querySelectorAll('[style]'))
    if (UNSEEN.test(attributeOf(element, 'style') ?? '')) element.setAttribute('hidden', '');
}

function claimLanguage(root: Element, lang: string | undefined): void {
  const claimed = attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang') ?? lang;
  if (claimed !== undefined) root.setAttribute('lang', claimed);
}

/** The heading says it more plainly than the title of a web page, which often names the site as well. */
function titleIn(parsed: Document): string {
  const headings = parsed.querySelectorAll('h1');
  const heading = headings.length === 1 ? headings.item(0).textContent : '';
  return cleanProse(heading || parsed.title).slice(0, CAPTURE_LIMITS.titleChars);
}

function toImported({ text, kind, lang, headingPath, codeLanguage, formulas }: PageBlock): ImportedBlock {
  return {
    ...{ text, kind, lang, headingPath },
    ...(codeLanguage !== undefined && { codeLanguage }),
    ...(formulas && { formulas }),
  };
}
