import { describe, expect, it } from 'vitest';
import type { PageBlock } from '@/lib/capture/blocks/block-walker';
import { BLOCK_LIMITS } from '@/lib/capture/blocks/page-block';
import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { blocksIn } from '../../support/listed-blocks';

function blocksOf(markup: string): PageBlock[] {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  return blocksIn(document.body);
}

const inSentence = (inner: string) => `<p>It is said that <math>${inner}</math> holds everywhere.</p>`;
const tex = (source: string) => `<annotation encoding="application/x-tex">${source}</annotation>`;
const PROSE = 'Heat flows from warm to cold.';

describe('the symbols of a formula', () => {
  it.each([
    ['<msup><mi>x</mi><mn>2</mn></msup><mi>y</mi>', 'x^2 y'],
    ['<msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>', 'x^(n+1)'],
    ['<msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><mi>x</mi><mo>)</mo>', 'f′(x)'],
    ['<msubsup><mi>a</mi><mi>i</mi><mn>2</mn></msubsup>', 'a_i^2'],
    ['<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>12</mn></mfrac>', '(a+b)/12'],
    ['<mroot><mi>x</mi><mn>3</mn></mroot>', '3√x'],
    ['<mover><mi>v</mi><mo>→</mo></mover>', 'v→'],
    ['<munder><mi>lim</mi><mrow><mi>n</mi><mo>→</mo><mo>∞</mo></mrow></munder><mi>a</mi>', 'lim_(n→∞) a'],
    ['<mn>2</mn><mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>', '2 sin x'],
    ['<mfenced><mi>a</mi><mi>b</mi></mfenced>', '(a,b)'],
    ['<mtext>if </mtext><mi>x</mi><mphantom><mi>y</mi></mphantom>', 'if x'],
    [
      '<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd></mtr></mtable>',
      '1 0; 0',
    ],
  ])('%s are written as %s', (markup, symbols) => {
    const [block] = blocksOf(inSentence(markup));
    expect(block?.text).toBe(`It is said that ${symbols} holds everywhere.`);
  });
});

describe('a formula', () => {
  it('keeps only what is MathML, and no more of it than fits', () => {
    const long = `<mi>a</mi>`.repeat(CAPTURE_LIMITS.formulaChars / 10);
    const [block] = blocksOf(inSentence(`<semantics><mrow>${long}</mrow>${tex('a^{400}')}</semantics>`));
    expect(block?.formulas).toMatchObject([{ tex: 'a^{400}' }]);
    expect(block?.formulas?.[0]).not.toHaveProperty('mathml');
  });

  it('is its source where it is deeper than any formula', () => {
    const deep = `${'<mrow>'.repeat(200)}<mi>a</mi>${'</mrow>'.repeat(200)}`;
    const [block] = blocksOf(inSentence(`<semantics>${deep}${tex('a')}</semantics>`));
    expect(block).toMatchObject({ text: 'It is said that a holds everywhere.', formulas: [{ tex: 'a' }] });
  });

  it('is not there where it is hidden', () => {
    expect(
      blocksOf(`<p>${PROSE} <span class="katex" style="display: none"><math><mi>k</mi></math></span>
        <span class="katex" aria-hidden="true"><math><mi>k</mi></math></span></p>`),
    ).toMatchObject([{ text: PROSE }]);
  });

  it('stands in its place in each part of a long block, and is never cut', () => {
    const sentence = `The value <math><mi>a</mi><mo>+</mo><mi>b</mi></math> is a sum. `;
    const blocks = blocksOf(`<p>${sentence.repeat(90)}</p>`);
    expect(blocks.length).toBeGreaterThan(1);
    const formulas = blocks.flatMap(({ text, formulas = [] }) =>
      formulas.map(({ start, end }) => text.slice(start, end)),
    );
    expect(formulas).toEqual(Array(90).fill('a+b'));
  });

  it('ends a block of formulas that would not fit into a message', () => {
    const source = '\\frac{a}{b}+'.repeat(300);
    const formulas = Array.from(
      { length: 8 },
      (_, i) => `<math><mi>x</mi><mo>=</mo><mn>1${i}</mn>${tex(source + i)}</math>`,
    );
    const blocks = blocksOf(`<p>${formulas.join(', ')}</p>`);
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual(
      formulas.map((_, i) => ['maths', source + i]),
    );
    expect(blocks.map((block) => block.formulas?.[0])).toMatchObject(
      blocks.map(({ text }) => ({ start: 0, end: text.length, tex: text })),
    );
  });

  it('is one of a limited number, of limited length together', () => {
    const source = 'x'.repeat(CAPTURE_LIMITS.formulaChars);
    const [block] = blocksOf(
      `<p>${`<math><semantics><mi>x</mi>${tex(source)}</semantics></math> and `.repeat(10)}${PROSE}</p>`,
    );
    expect(block?.formulas?.filter((formula) => formula.tex)).toHaveLength(4);
    const many = blocksOf(
      `<p>${'<math><mi>x</mi></math>, '.repeat(CAPTURE_LIMITS.formulas + 50)}${PROSE}</p>`,
    );
    expect(many[0]?.formulas?.length).toBeLessThanOrEqual(CAPTURE_LIMITS.formulas);
    expect(many[0]?.text.length).toBeLessThan(BLOCK_LIMITS.chars);
  });

  it('cannot be forged with the signs that mark formulas in a text', () => {
    const [block] = blocksOf(`<p>\ufdd0x = y\ufdd1 ${PROSE}</p>`);
    expect(block?.text).toBe(`x = y ${PROSE}`);
    expect(block).not.toHaveProperty('formulas');
  });

  it('is text like any other in a heading and in code', () => {
    expect(
      blocksOf(`<h2>About <math display="block"><mi>k</mi></math></h2><p>${PROSE}</p>
        <pre>let value = <math><mi>k</mi></math> + 1</pre>`),
    ).toMatchObject([
      { headingPath: ['About k'], text: PROSE },
      { kind: 'code', text: 'let value = k + 1' },
    ]);
  });
});
