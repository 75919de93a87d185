import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { chunkLines } from '@/lib/domain/reading/chunk-lines';
import { chunkSpans } from '@/lib/domain/reading/chunk-text';
import type { BlockKind, Formula, TextForm } from '@/lib/domain/reading/model';
import { isWorthKeeping } from '@/lib/domain/reading/worth-keeping';
import { detectLanguage } from '@/lib/domain/text/detect-language';
import type { TextLanguage } from '@/lib/domain/text/language';
import { moveBy, type TextRun } from './text-run';

/** A stretch of reading matter in the page. */
export interface PageBlock extends TextForm {
  readonly element: Element;
  /** All elements that hold the text, in page order and `element` first, where there are several. */
  readonly elements?: readonly Element[];
  readonly text: string;
  readonly kind: BlockKind;
  readonly lang: TextLanguage;
  readonly headingPath: readonly string[];
  /** Which part of the elements' height the text takes, from 0 to 1: long elements are cut into several blocks. */
  readonly from: number;
  readonly to: number;
}

export const BLOCK_LIMITS = {
  chars: 2_000,
  /** A Chinese character says about as much as a little over two letters. */
  chineseChars: 900,
} as const;

/** A block of which more is in links leads elsewhere: a table of contents, not reading matter. */
const MOST_LINKED = 0.8;

/** The blocks of a run: none where it is not worth keeping, several where it is long. */
export function toPageBlocks(run: TextRun): PageBlock[] {
  const { element, elements, text, kind, codeLanguage } = run;
  if (run.linkedChars > text.length * MOST_LINKED || !isWorthKeeping(text, kind)) return [];
  // The commands of TeX are not words of any language.
  const lang = detectLanguage(kind === 'maths' ? '' : text, run.langHint);
  const parts = cutRun(run, lang === 'zh' ? BLOCK_LIMITS.chineseChars : BLOCK_LIMITS.chars);
  const length = parts.reduce((sum, part) => sum + part.text.length, run.omittedChars);
  const headingPath = run.headingPath.slice(0, CAPTURE_LIMITS.headings);
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.text.length;
    const formulas = withinBudget(part.formulas);
    return {
      element,
      ...(elements.length > 1 && { elements }),
      text: part.text,
      kind,
      lang,
      headingPath,
      from: start / length,
      to: end / length,
      ...(codeLanguage !== undefined && { codeLanguage }),
      ...(formulas.length > 0 && { formulas }),
    };
  });
}

interface Part {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

function cutRun({ text, kind, formulas, headerLines }: TextRun, maxChars: number): Part[] {
  if (text.length <= maxChars) return [{ text, formulas }];
  if (kind === 'code' || kind === 'table')
    return chunkLines(text, maxChars, headerLines).map((part) => ({ text: part, formulas: [] }));
  return chunkSpans(text, maxChars, formulas).map(({ start, end }) => ({
    text: text.slice(start, end),
    formulas: formulas
      .filter((formula) => formula.start >= start && formula.end <= end)
      .map((formula) => moveBy(-start, formula)),
  }));
}

/** A formula without a source says nothing that the text does not; too many sources would not fit into a message. */
function withinBudget(formulas: readonly Formula[]): Formula[] {
  let left: number = CAPTURE_LIMITS.formulaCharsPerBlock;
  return formulas.slice(0, CAPTURE_LIMITS.formulas).flatMap(({ start, end, tex, mathml }) => {
    const kept: { start: number; end: number; tex?: string; mathml?: string } = { start, end };
    if (tex !== undefined && tex.length <= left) kept.tex = tex;
    left -= kept.tex?.length ?? 0;
    if (mathml !== undefined && mathml.length <= left) kept.mathml = mathml;
    left -= kept.mathml?.length ?? 0;
    return kept.tex === undefined && kept.mathml === undefined ? [] : [kept];
  });
}
