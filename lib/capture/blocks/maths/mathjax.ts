import {
  attributeOf,
  classesOf,
  nextElementSiblingOf,
  previousElementSiblingOf,
  tagOf,
  textOf,
} from '../dom-access';
import { beginningOf } from '../short-text';
import { composeFormula, MOST_SYMBOLS, type PageFormula } from './formula';
import { tidyTex } from './tex';

/** Where MathJax 4 keeps the source of the whole formula; it also keeps that of each part. */
const WITH_SOURCE = ['mjx-math', 'math', '[data-mml-node="math"]']
  .map((math) => `${math}[data-latex]`)
  .join(', ');

/** A container of MathJax 3 or 4, with MathML for assistants where the page has it, else what is drawn. */
export function readContainer(container: Element): PageFormula | undefined {
  const math = container.querySelector('mjx-assistive-mml math') ?? container.querySelector('math');
  const source = container.querySelector(WITH_SOURCE);
  const tex = source ? tidyTex(attributeOf(source, 'data-latex')) : undefined;
  return composeFormula(
    math,
    tex,
    attributeOf(container, 'display') === 'true',
    math ? '' : drawnIn(container),
  );
}

const MOST_GLYPHS = 500;
const MOST_GLYPH_CHARS = 8;

/** The characters that a container draws: by their code in HTML and SVG, as text in later versions. */
function drawnIn(container: Element): string {
  const glyphs = container.querySelectorAll('mjx-c, [data-c], mjx-utext');
  let drawn = '';
  for (let index = 0; index < Math.min(glyphs.length, MOST_GLYPHS); index += 1) {
    const glyph = glyphs.item(index);
    if (glyph) drawn += characterOf(glyph);
  }
  return drawn.normalize('NFKC');
}

function characterOf(glyph: Element): string {
  const named = classesOf(glyph).find((name) => /^mjx-c[0-9A-F]+$/.test(name));
  const code = Number.parseInt(attributeOf(glyph, 'data-c') ?? named?.slice('mjx-c'.length) ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : beginningOf(glyph, MOST_GLYPH_CHARS);
}

/** What MathJax 2 draws, by the class of its outermost element. */
const DRAWN =
  /(?:^|\s)(?:MathJax(?:_Display|_SVG|_SVG_Display|_CHTML|_MathML|_PlainSource)?|MJXc-display|mjx-chtml)(?:\s|$)/;
const DISPLAY = /(?:^|\s)(?:MathJax(?:_SVG)?_Display|MJXc-display)(?:\s|$)/;
const PREVIEW = /(?:^|\s)MathJax_Preview(?:\s|$)/;

/** Whether an element is what MathJax 2 draws of a formula. */
export function isDrawnByMathJax2(classes: string): boolean {
  return DRAWN.test(classes);
}

export function isPreview(classes: string): boolean {
  return PREVIEW.test(classes);
}

export function isTexScript(element: Element, tag: string): boolean {
  return tag === 'script' && /^math\/tex\b/i.test(attributeOf(element, 'type') ?? '');
}

/** A formula of MathJax 2 from what it drew and the script behind it that holds the source. */
export function readDrawn(element: Element, classes: string): PageFormula | undefined {
  const next = nextElementSiblingOf(element);
  const script = next && isTexScript(next, tagOf(next)) ? next : undefined;
  const isDisplay = DISPLAY.test(classes) || (script !== undefined && isDisplayScript(script));
  const drawing = element.querySelector('.math, .mjx-math, svg') ?? element;
  const drawn = beginningOf(drawing, MOST_SYMBOLS);
  return composeFormula(element.querySelector('math'), texIn(script), isDisplay, drawn);
}

/** The formula of a script that nothing is drawn for; undefined when it was read where it is drawn. */
export function readTexScript(script: Element): PageFormula | undefined {
  const drawn = previousElementSiblingOf(script);
  if (drawn && isDrawnByMathJax2(attributeOf(drawn, 'class') ?? '')) return undefined;
  return composeFormula(null, texIn(script), isDisplayScript(script));
}

function texIn(script: Element | undefined): string | undefined {
  return script ? tidyTex(textOf(script)) : undefined;
}

function isDisplayScript(script: Element): boolean {
  return /;\s*mode\s*=\s*display/i.test(attributeOf(script, 'type') ?? '');
}
