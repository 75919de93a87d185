import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { stripUnseen } from '@/lib/domain/reading/passage-text';
import { attributeOf, isElement, parentOf, previousElementSiblingOf, tagOf } from '../dom-access';
import { traverse } from '../traverse';
import { APART, finishLinear, writeLinear } from './linear-maths';
import known from './mathml-elements.json';

/** A formula that the page wrote in MathML. */
export interface ReadMathml {
  /** Its symbols on one line. */
  readonly symbols: string;
  /** The formula written anew from known elements and attributes; absent when it is too long to keep. */
  readonly source: string | undefined;
}

interface OpenElement {
  readonly tag: string;
  readonly attributes: string;
  readonly markup: string[];
  readonly symbols: string[];
}

const TOKENS: ReadonlySet<string> = new Set(known.tokens);
const ELEMENTS: ReadonlySet<string> = new Set([...known.tokens, ...known.layouts]);
const PASSED_OVER: ReadonlySet<string> = new Set(known.passedOver);

/** More than this no formula has. */
const MOST = { steps: 10_000, depth: 100, tokenChars: 1_000 } as const;

/** Blanks at the ends count only between words. */
const WORDS: ReadonlySet<string> = new Set(['ms', 'mtext']);

/** Reads a `<math>` element; undefined when it is larger than any formula. */
export function readMathml(math: Element): ReadMathml | undefined {
  const open: OpenElement[] = [];
  let steps = 0;
  for (const step of traverse(math, isPresentation)) {
    steps += 1;
    if (steps > MOST.steps || open.length > MOST.depth) return undefined;
    const inner = open.at(-1);
    if (step.type === 'open') open.push(openElement(step.element, step.tag));
    else if (step.type === 'text' && inner && TOKENS.has(inner.tag)) addToken(inner, step.node.data);
    else if (step.type === 'close' && inner) {
      open.pop();
      const outer = open.at(-1);
      const markup = writeMarkup(inner);
      const symbols = writeLinear(inner.tag, inner.symbols);
      if (!outer) return { symbols: finishLinear(symbols), source: withinLimit(markup) };
      outer.markup.push(markup);
      outer.symbols.push(symbols);
    }
  }
  return undefined;
}

/** Forms of the formula that are written beside it, and all but the first of an element's states, are not shown. */
function isPresentation(element: Element, tag: string): boolean {
  if (PASSED_OVER.has(tag)) return false;
  const above = parentOf(element);
  const isState = above !== null && isElement(above) && tagOf(above) === 'maction';
  return !(isState && previousElementSiblingOf(element) !== null);
}

function openElement(element: Element, tag: string): OpenElement {
  const attributes = known.attributes.map((name) => writeAttribute(name, attributeOf(element, name)));
  return { tag, attributes: ELEMENTS.has(tag) ? attributes.join('') : '', markup: [], symbols: [] };
}

function addToken({ tag, markup, symbols }: OpenElement, raw: string): void {
  const spaced = raw.slice(0, MOST.tokenChars).replace(/\s+/g, ' ');
  const text = WORDS.has(tag) ? spaced : spaced.trim();
  markup.push(escapeMarkup(text));
  const isFunction = tag === 'mi' && /^\p{L}{2,}$/u.test(text);
  symbols.push(isFunction ? `${APART}${text}` : text);
}

function writeMarkup({ tag, attributes, markup }: OpenElement): string {
  const inner = markup.join('');
  return ELEMENTS.has(tag) ? `<${tag}${attributes}>${inner}</${tag}>` : inner;
}

function writeAttribute(name: string, value: string | null): string {
  return value !== null && value.length <= 60 ? ` ${name}="${escapeMarkup(value)}"` : '';
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function withinLimit(markup: string): string | undefined {
  return markup.length <= CAPTURE_LIMITS.formulaChars ? stripUnseen(markup) : undefined;
}
