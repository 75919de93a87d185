import { attributeOf, textOf } from '../dom-access';
import { readMathml } from './read-mathml';
import { describedTex, tidyTex } from './tex';

export const MOST_SYMBOLS = 1_000;

/** A formula of the page, whatever elements draw it. */
export interface PageFormula {
  /** On one line, as it stands in a sentence. */
  readonly symbols: string;
  /** Whether it stands on a line of its own. */
  readonly isDisplay: boolean;
  readonly tex: string | undefined;
  readonly mathml: string | undefined;
}

const TEX_ANNOTATION = ['application/x-tex', 'application/x-latex', 'TeX', 'LaTeX']
  .map((encoding) => `annotation[encoding="${encoding}"]`)
  .join(', ');

/**
 * A formula from the forms in which its page carries it; undefined when it carries none.
 *
 * @param math element in MathML
 * @param tex source beside it
 * @param drawn characters that are shown, without white space; not used where there is MathML
 */
export function composeFormula(
  math: Element | null,
  tex: string | undefined,
  isDisplay: boolean,
  drawn = '',
): PageFormula | undefined {
  const read = math ? readMathml(math) : undefined;
  const source = tex ?? (math ? texOf(math) : undefined);
  const isDrawn = drawn !== '' && drawn !== source?.replace(/\s+/g, '');
  const symbols = (read?.symbols || (isDrawn ? drawn : source)) ?? '';
  if (symbols === '') return undefined;
  return {
    symbols: symbols.slice(0, MOST_SYMBOLS),
    isDisplay: isDisplay || (math !== null && isDisplayMaths(math)),
    tex: source,
    mathml: read?.source,
  };
}

/** Whether a `<math>` element stands on a line of its own. */
function isDisplayMaths(math: Element): boolean {
  return attributeOf(math, 'display') === 'block' || attributeOf(math, 'mode') === 'display';
}

/** TeX that a `<math>` element carries. */
function texOf(math: Element): string | undefined {
  const annotation = math.querySelector(TEX_ANNOTATION);
  return annotation ? tidyTex(textOf(annotation)) : describedTex(attributeOf(math, 'alttext'));
}
