import type { BlockKind, Formula } from '@/lib/domain/reading/model';
import { cleanLines, cleanProse } from '@/lib/domain/reading/passage-text';
import type { PageFormula } from './maths/formula';
import { displayedTex } from './maths/tex';

/** What a run of text is a piece of: an entry of a glossary, or a list. Runs of one piece may be put together. */
export interface RunGroup {
  readonly type: 'list' | 'entry';
}

/** Text between two boundaries of block elements as the page wrote it, with what is known from around it. */
export interface RawRun {
  readonly element: Element;
  /** Formulas stand between the signs of `FORMULA`. */
  readonly text: string;
  /** The formulas in the text, in order. */
  readonly formulas: readonly PageFormula[];
  /** How much of the text is in links, white space apart. */
  readonly linkedChars: number;
  /** How much text the run has beyond what was taken. */
  readonly omittedChars: number;
  readonly kind: BlockKind;
  readonly codeLanguage: string | undefined;
  /** How many of the lines name the columns, in a table. */
  readonly headerLines: number;
  /** Language that the page claims, as a tag; empty when it claims none. */
  readonly langHint: string;
  /** Headings above, outermost first. */
  readonly headingPath: readonly string[];
  readonly group: RunGroup | undefined;
}

/** A run whose text is as it is kept. */
export interface TextRun extends Omit<RawRun, 'formulas'> {
  readonly formulas: readonly Formula[];
  /** All elements that hold the text, in page order. */
  readonly elements: readonly Element[];
}

/** Characters that Unicode gives to programs for their own use, so that no text has them. */
export const FORMULA = { start: '\ufdd0', end: '\ufdd1' } as const;
const RESERVED = /[\ufdd0-\ufdef]/g;

/** Page text without the characters that mean something to us. */
export function stripReserved(text: string): string {
  return text.replace(RESERVED, '');
}

/** How a formula stands in the text of a run. */
export function markFormula({ symbols }: PageFormula): string {
  return FORMULA.start + stripReserved(symbols) + FORMULA.end;
}

/** The run with its text cleaned, and its formulas at their places in it. */
export function cleanRun(run: RawRun): TextRun {
  const isLined = run.kind === 'code' || run.kind === 'table';
  const marked = isLined ? cleanLines(run.text) : cleanProse(run.text);
  const isMaths = run.kind === 'maths' || (!isLined && isOnlyMaths(marked));
  const cleaned = { ...run, elements: [run.element] };
  if (isMaths) return { ...cleaned, kind: 'maths', ...asMaths(run.formulas) };
  const tex = isLined || run.formulas.length > 0 ? undefined : displayedTex(marked);
  if (tex !== undefined)
    return { ...cleaned, kind: 'maths', text: tex, formulas: [{ start: 0, end: tex.length, tex }] };
  return { ...cleaned, ...placeFormulas(marked, run.formulas) };
}

/** Fewer symbols are a name, not a statement. */
const FEWEST_SYMBOLS = 5;
const EQUATION_NUMBER = /[(（][\p{L}\p{N}.]{1,8}[)）]/gu;

/** Whether nothing but formulas, their punctuation and their numbers is in a text. */
function isOnlyMaths(marked: string): boolean {
  if (!marked.includes(FORMULA.start)) return false;
  const symbols = Array.from(marked.matchAll(/\ufdd0([^\ufdd1]*)\ufdd1/g), ([, inner = '']) => inner).join(
    '',
  );
  const rest = marked.replace(/\ufdd0[^\ufdd1]*\ufdd1/g, '').replace(EQUATION_NUMBER, '');
  return symbols.length >= FEWEST_SYMBOLS && !/[\p{L}\p{N}]/u.test(rest);
}

/** A formula on lines of its own is its source, where the page has it: symbols on one line would read badly. */
function asMaths(formulas: readonly PageFormula[]): Pick<TextRun, 'text' | 'formulas'> {
  const parts = formulas.map(({ tex, symbols }) => cleanProse(tex ?? symbols));
  return { text: parts.join(' '), formulas: place(parts, formulas) };
}

function place(parts: readonly string[], formulas: readonly PageFormula[]): Formula[] {
  let end = -1;
  return formulas.map((formula, index) => {
    const start = end + 1;
    end = start + (parts[index]?.length ?? 0);
    return sourceAt(formula, start, end);
  });
}

function placeFormulas(marked: string, formulas: readonly PageFormula[]): Pick<TextRun, 'text' | 'formulas'> {
  if (formulas.length === 0) return { text: marked, formulas: [] };
  const placed: Formula[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([\ufdd0\ufdd1])/)) {
    if (piece === FORMULA.start) start = text.length;
    else if (piece === FORMULA.end) {
      const formula = formulas[placed.length];
      if (formula) placed.push(sourceAt(formula, start, text.length));
    } else text += piece;
  }
  return { text, formulas: placed };
}

function sourceAt({ tex, mathml }: PageFormula, start: number, end: number): Formula {
  return { start, end, ...(tex !== undefined && { tex }), ...(mathml !== undefined && { mathml }) };
}

/** The formula at a place so much further on in the text. */
export function moveBy(chars: number, { start, end, ...sources }: Formula): Formula {
  return { start: start + chars, end: end + chars, ...sources };
}
