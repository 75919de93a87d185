import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { cleanProse } from '@/lib/domain/reading/passage-text';
import { createQuoteAnchor } from '@/lib/domain/reading/quote-anchor';
import {
  SELECTION_LIMITS,
  type SelectedBlock,
  type SelectionReading,
  type SelectionRefusal,
} from '@/lib/domain/reading/selection';
import { failure, success } from '@/lib/domain/shared/result';
import { mainLanguage } from '@/lib/domain/text/main-language';
import { isInWritingArea } from '../blocks/writing-area';
import { pageAddress } from '../page-address';
import { asksForSecrets } from '../sensitive-page';
import { deepSelection } from './deep-selection';
import { headingsAbove } from './headings-above';
import { outermostPage } from './outermost-page';
import { type BlockInSelection, elementOf, selectedBlocks } from './selected-blocks';
import { textAround } from './text-around';

const CONTROLS = 'input, textarea, select';
const FRAMES = 'iframe, frame';
const PARAGRAPHS = 'p, li, dt, dd, pre, blockquote, figcaption, table';

/** What is selected in a frame, or why nothing can be learned from it. Changes nothing in the page. */
export function readSelection(frame: Window): SelectionReading {
  const page = outermostPage(frame);
  const refusal = refusalOf(frame, page);
  if (refusal !== undefined) return failure(refusal);
  const selection = deepSelection(frame);
  if (selection === undefined) return failure(isInControl(frame) ? 'editable' : 'nothing-selected');
  if (isInInnerFrame(frame)) return failure('nothing-selected');
  if (isBeingWritten(selection)) return failure('editable');
  const range = selection.getRangeAt(0);
  const blocks = selectedBlocks(range, selection);
  if (blocks.length === 0) return failure('too-short');
  const chars = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (blocks.length > SELECTION_LIMITS.blocks || chars > SELECTION_LIMITS.chars) return failure('too-long');
  return success({
    url: pageAddress(page.document, page.location.href) ?? page.location.href,
    title: cleanProse(page.document.title).slice(0, CAPTURE_LIMITS.titleChars),
    lang: mainLanguage(blocks),
    blocks: placeBlocks(blocks, range, frame.document),
  });
}

function refusalOf(frame: Window, page: Window): SelectionRefusal | undefined {
  if (frame.document.contentType === 'application/pdf') return 'file-viewer';
  return [frame, page].some((view) => asksForSecrets(view.document)) ? 'secret-field' : undefined;
}

/** What is selected in a field is not a selection of the page. */
function isInControl({ document: { activeElement } }: Window): boolean {
  return activeElement?.matches(CONTROLS) ?? false;
}

/** A page keeps its selection when the learner goes on to select in a frame of it. */
function isInInnerFrame({ document: { activeElement } }: Window): boolean {
  return activeElement?.matches(FRAMES) ?? false;
}

function isBeingWritten({ anchorNode, focusNode }: Selection): boolean {
  return [anchorNode, focusNode].some((node) => {
    const element = node && elementOf(node);
    return element !== null && isInWritingArea(element);
  });
}

/** Adds to each block where it stands: under which headings, how far down, between which words. */
function placeBlocks(blocks: readonly BlockInSelection[], range: Range, page: Document): SelectedBlock[] {
  const { before, after } = textAround(range);
  const headings = headingsAbove(
    blocks.map(({ element }) => element),
    page,
  );
  const first = paragraphsBefore(range, page);
  return blocks.map(({ element: _, text, kind, lang, codeLanguage, formulas }, index) => ({
    text,
    kind,
    lang,
    ...(codeLanguage !== undefined && { codeLanguage }),
    ...(formulas !== undefined && { formulas }),
    headingPath: headings[index] ?? [],
    order: first + index,
    anchor: createQuoteAnchor(text, blocks[index - 1]?.text ?? before, blocks[index + 1]?.text ?? after),
  }));
}

/** About how many blocks of the page come before the selection. */
function paragraphsBefore({ startContainer }: Range, page: Document): number {
  return [...page.querySelectorAll(PARAGRAPHS)].filter((paragraph) => {
    const position = paragraph.compareDocumentPosition(startContainer);
    return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !paragraph.contains(startContainer);
  }).length;
}
