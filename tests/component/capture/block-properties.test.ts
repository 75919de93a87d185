import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { BLOCK_LIMITS, type PageBlock } from '@/lib/capture/blocks/page-block';
import { traverse } from '@/lib/capture/blocks/traverse';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { blocksIn } from '../../support/listed-blocks';

/** An element of a generated page: a name, a class, and what it holds. */
interface Leaf {
  readonly tag: string;
  readonly className: string;
  readonly children: readonly (Leaf | string)[];
}

const TAGS =
  'p div span b a h2 ul ol li dl dt dd pre code br blockquote table caption tbody tr td th figure figcaption slot x-card'.split(
    ' ',
  );
const MATHS_TAGS = 'math mi msup semantics annotation mjx-container script img sup'.split(' ');
const CLASSES = ['', '', '', 'line', 'linenos', 'CodeMirror-code', 'syntaxhighlighter', 'language-js'];
const MATHS_CLASSES = [
  'katex',
  'katex-mathml',
  'MathJax',
  'MathJax_Preview',
  'mwe-math-element',
  'ltx_eqn_cell',
];

/** Each word stands once in a page, so that a word that is met twice was doubled. */
function pageOf(tags: readonly string[], classes: readonly string[]) {
  return fc.letrec<{ node: Leaf | string; element: Leaf }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.integer({ min: 1, max: 6 }).map((count) => ` ${Array.from({ length: count }, nextWord).join(' ')} `),
      tie('element'),
    ),
    element: fc.record({
      tag: fc.constantFrom(...TAGS, ...tags),
      className: fc.constantFrom(...CLASSES, ...classes),
      children: fc.array(tie('node'), { maxLength: 6 }),
    }),
  })).element;
}

const anyPage = pageOf(MATHS_TAGS, MATHS_CLASSES);

/** No site shows its transcripts within formulas. */
const talkPage = pageOf(['section'], ['panel', 'cue']);

function build({ tag, className, children }: Leaf): Element {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (tag === 'script') element.setAttribute('type', 'math/tex');
  element.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  if (tag === 'x-card') element.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
  return element;
}

let words: number;
const nextWord = () => `wort${(words++).toString(36)}x`;

function fill(page: Leaf): void {
  document.body.replaceChildren(build(page));
}

beforeEach(() => {
  words = 0;
});

const transcript = { panel: '.panel', line: '.cue' };
const adapter = { id: 'any', hosts: [], root: [], drop: [], transcript };

function expectBounds({ text, from, to, formulas = [], headingPath, elements, element }: PageBlock): void {
  expect(text.trim()).not.toBe('');
  expect(text.length).toBeLessThanOrEqual(Math.max(BLOCK_LIMITS.chars, CAPTURE_LIMITS.formulaChars));
  expect(from).toBeLessThan(to);
  expect(headingPath.length).toBeLessThanOrEqual(CAPTURE_LIMITS.headings);
  expect(elements?.[0] ?? element).toBe(element);
  for (const { start, end } of formulas) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe('any tree of elements', () => {
  it('has a close for each open', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        fill(page);
        const steps = [...traverse(document.body, () => true)].map(({ type }) => type);
        let depth = 0;
        for (const type of steps) {
          if (type === 'open') depth += 1;
          else if (type === 'close') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  it.each([
    ['with formulas', anyPage, {}],
    ['with transcripts', talkPage, { adapter }],
  ])('%s is read without an error, in bounded texts and no word twice', (_what, pages, options) => {
    fc.assert(
      fc.property(pages, (page) => {
        fill(page);
        const blocks = blocksIn(document.body, options);
        for (const block of blocks) expectBounds(block);
        const met = blocks.flatMap(({ text }) => text.match(/wort\w+x/g) ?? []);
        expect(met.filter((word, index) => met.indexOf(word) !== index)).toEqual([]);
      }),
    );
  });

  it('may change between any two steps', () => {
    fc.assert(
      fc.property(anyPage, fc.array(fc.nat(), { maxLength: 8 }), (page, changes) => {
        fill(page);
        let step = 0;
        for (const { type } of traverse(document.body, () => true)) {
          const all = document.body.querySelectorAll('*');
          const change = type === 'open' ? changes[step++ % 10] : undefined;
          if (change !== undefined) all.item(change % Math.max(all.length, 1))?.remove();
          expect(step).toBeLessThan(10_000);
        }
      }),
    );
  });
});
