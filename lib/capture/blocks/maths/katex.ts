import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { textOf } from '../dom-access';
import { beginningOf } from '../short-text';
import { composeFormula, MOST_SYMBOLS, type PageFormula } from './formula';
import { tidyTex } from './tex';

/**
 * A formula that KaTeX drew: MathML for assistants beside a drawing for the eyes, of which only one is read. Some sites
 * keep no more of the MathML than its text, the source being the last line.
 */
export function readKatex(element: Element, isDisplay: boolean): PageFormula | undefined {
  const math = element.querySelector('math');
  const assistive = math ? null : element.querySelector('.katex-mathml');
  const lines = assistive
    ? (textOf(assistive) ?? '').slice(0, 2 * CAPTURE_LIMITS.formulaChars).split('\n')
    : [];
  const tex = lines.findLast((line) => line.trim() !== '');
  const drawing = math ? null : (element.querySelector('.katex-html') ?? element);
  const drawn = drawing ? beginningOf(drawing, MOST_SYMBOLS).replaceAll('\u200b', '') : '';
  return composeFormula(math, tidyTex(tex), isDisplay, drawn);
}
