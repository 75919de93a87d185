import { attributeOf } from '../dom-access';
import { beginningOf } from '../short-text';
import { composeFormula, MOST_SYMBOLS, type PageFormula } from './formula';
import { readFormulaImage } from './formula-image';
import { readKatex } from './katex';
import {
  isDrawnByMathJax2,
  isPreview,
  isTexScript,
  readContainer,
  readDrawn,
  readTexScript,
} from './mathjax';
import { tidyTex } from './tex';

/** `beside`: a form of a formula that stands elsewhere, to be passed over. */
export type FoundFormula = PageFormula | 'beside';

const TELLING = /katex|mathjax|mjx|mwe-math/i;
const KATEX = /(?:^|\s)katex(?:-display)?(?:\s|$)/;
const KATEX_DISPLAY = /(?:^|\s)katex-display(?:\s|$)/;
const WIKIPEDIA = /(?:^|\s)mwe-math-element(?:\s|$)/;

/** The formula that an element is; undefined for other elements, whatever is in them. */
export function findFormula(element: Element, tag: string): FoundFormula | undefined {
  if (tag === 'math') return composeFormula(element, undefined, false) ?? 'beside';
  if (tag === 'mjx-container') return readContainer(element) ?? 'beside';
  if (tag === 'script') return isTexScript(element, tag) ? (readTexScript(element) ?? 'beside') : undefined;
  if (tag === 'img') return readFormulaImage(element);
  const classes = attributeOf(element, 'class');
  if (classes !== null && TELLING.test(classes)) return byClasses(element, classes);
  return tag === 'span' || tag === 'div' ? readAttribute(element) : undefined;
}

function byClasses(element: Element, classes: string): FoundFormula | undefined {
  if (isPreview(classes)) return 'beside';
  if (KATEX.test(classes)) return readKatex(element, KATEX_DISPLAY.test(classes));
  if (isDrawnByMathJax2(classes)) return readDrawn(element, classes);
  return WIKIPEDIA.test(classes) ? readWikipedia(element, classes) : undefined;
}

/** MathML that is not shown, and an image of it that is. */
function readWikipedia(element: Element, classes: string): PageFormula | undefined {
  const image = element.querySelector('img');
  const isBlock = /-(?:block|display)(?:\s|$)/.test(`${classes} ${image ? attributeOf(image, 'class') : ''}`);
  return composeFormula(
    element.querySelector('math'),
    image ? tidyTex(attributeOf(image, 'alt')) : undefined,
    isBlock,
  );
}

/** An element that names its source and may be drawn by any library. */
function readAttribute(element: Element): PageFormula | undefined {
  const source = attributeOf(element, 'data-tex');
  if (source === null) return undefined;
  const drawn = element.querySelector('svg, img, mjx-container') ? '' : beginningOf(element, MOST_SYMBOLS);
  const isDisplay =
    attributeOf(element, 'data-eeimg') === '2' || attributeOf(element, 'data-display') === 'true';
  return composeFormula(element.querySelector('math'), tidyTex(source), isDisplay, drawn);
}
