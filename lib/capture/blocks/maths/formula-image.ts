import { attributeOf, isElement, parentOf } from '../dom-access';
import { composeFormula, type PageFormula } from './formula';
import { tidyTex } from './tex';

const MATHS_NAME = /(?:^|[\s_-])(?:math|tex|latex|equation|formula)(?=$|[\s_-])/i;
const MATHS_ADDRESS = /\/(?:equation\?tex=|latex\.php|(?:svg|png|gif)\.(?:latex|image)\?|math\/)/i;
const DISPLAY_NAME = /display/i;
const DATA_ATTRIBUTES = ['data-equation-content', 'data-tex', 'data-latex', 'data-formula'] as const;

/** How far above an image the element may be that says it is a formula. */
const MOST_LEVELS = 2;

/** A formula that is shown as an image whose description is its source; undefined for other images. */
export function readFormulaImage(image: Element): PageFormula | undefined {
  const named = DATA_ATTRIBUTES.map((name) => attributeOf(image, name)).find((value) => value);
  if (!named && !isFormulaImage(image)) return undefined;
  const tex = tidyTex(named ?? attributeOf(image, 'alt'));
  const isBlock = attributeOf(image, 'eeimg') === '2' || attributeOf(image, 'data-eeimg') === '2';
  return composeFormula(null, tex, isBlock || DISPLAY_NAME.test(attributeOf(image, 'class') ?? ''));
}

function isFormulaImage(image: Element): boolean {
  if (attributeOf(image, 'eeimg') !== null || attributeOf(image, 'data-eeimg') !== null) return true;
  if (MATHS_ADDRESS.test((attributeOf(image, 'src') ?? '').slice(0, 500))) return true;
  let element: Node | null = image;
  for (let level = 0; level <= MOST_LEVELS && element && isElement(element); level += 1) {
    if (MATHS_NAME.test(attributeOf(element, 'class') ?? '')) return true;
    element = parentOf(element);
  }
  return false;
}
