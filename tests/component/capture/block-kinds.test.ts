import { beforeEach, describe, expect, it } from 'vitest';
import type { PageBlock } from '@/lib/capture/blocks/block-walker';
import { BLOCK_LIMITS } from '@/lib/capture/blocks/page-block';
import { blocksIn } from '../../support/listed-blocks';

function blocksOf(markup: string): PageBlock[] {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  return blocksIn(document.body);
}

const kindsOf = (markup: string) => blocksOf(markup).map(({ kind, text }) => [kind, text]);
const PROSE = 'Heat flows from warm to cold.';

beforeEach(() => {
  document.documentElement.removeAttribute('lang');
});

describe('a list of terms', () => {
  it('is a block for each term with what describes it', () => {
    expect(
      kindsOf(`<dl><dt>Heat</dt><dd>Energy on its way.</dd><dd><p>Also: how warm it feels.</p></dd>
        <div><dt>Colour</dt><dt>Color</dt><dd>What light leaves in the eye.</dd></div></dl><p>${PROSE}</p>`),
    ).toEqual([
      ['definition', 'Heat\nEnergy on its way.\nAlso: how warm it feels.'],
      ['definition', 'Colour\nColor\nWhat light leaves in the eye.'],
      ['prose', PROSE],
    ]);
  });

  it('is held by all the elements that say it', () => {
    const [block] = blocksOf('<dl><dt id="a">Heat</dt><dd id="b">Energy on its way.</dd></dl>');
    expect(block?.element.id).toBe('a');
    expect(block?.elements?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leaves code and lists in a description to themselves, and a long description in its paragraphs', () => {
    const long = `${PROSE} `.repeat(25).trim();
    expect(
      kindsOf(`<dl><dt>half(n)</dt><dd><p>Returns half of a number.</p><pre>half(4) == 2</pre><p>${long}</p>
        <p>${PROSE}</p></dd></dl>`),
    ).toEqual([
      ['definition', 'half(n)\nReturns half of a number.'],
      ['code', 'half(4) == 2'],
      ['definition', long],
      ['definition', PROSE],
    ]);
  });

  it('is none where it only sets text in', () => {
    expect(kindsOf(`<dl><dd>${PROSE}</dd></dl>`)).toEqual([['prose', PROSE]]);
  });
});

describe('a list', () => {
  it('joins short items that follow one another, with those of lists within it', () => {
    const [joined, long, ...others] =
      blocksOf(`<ul><li>Iron</li><li>Noble<ol><li>Gold</li><li>Silver</li></ol></li>
      <li>A metal that is liquid when it is warm in a room.</li><li>Tin</li></ul>`);
    expect(joined).toMatchObject({ kind: 'list', text: 'Iron\nNoble\nGold\nSilver' });
    expect(joined?.elements).toHaveLength(4);
    expect(long).toMatchObject({ kind: 'list', text: 'A metal that is liquid when it is warm in a room.' });
    expect(others).toEqual([]);
  });

  it('joins short Chinese items', () => {
    expect(kindsOf('<ol><li>牛顿定律</li><li>能量守恒</li><li>热力学</li></ol>')).toEqual([
      ['list', '牛顿定律\n能量守恒\n热力学'],
    ]);
  });

  it('does not join across lists or headings, nor keep lists of links', () => {
    expect(
      kindsOf(`<ul><li>Red and green</li><li>Blue</li></ul><ul><li>Round shapes</li><li>Flat</li></ul>
        <ul><li><a href="/a">Something</a></li><li><a href="/b">Something else</a></li></ul>`),
    ).toEqual([
      ['list', 'Red and green\nBlue'],
      ['list', 'Round shapes\nFlat'],
    ]);
  });

  it('gives a formula in a joined item its place in the whole', () => {
    const [block] = blocksOf('<ul><li>Speed</li><li>Force <math><mi>F</mi></math> of it</li></ul>');
    const [formula] = block?.formulas ?? [];
    expect(block?.text.slice(formula?.start, formula?.end)).toBe('F');
  });
});

describe('a table', () => {
  it('is kept row by row, also when only its form says that it is one', () => {
    expect(
      kindsOf(
        `<table><tr><td>Water</td><td>100 degrees</td></tr><tr><td>Alcohol</td><td>78 degrees</td></tr></table>`,
      ),
    ).toEqual([['table', 'Water | 100 degrees\nAlcohol | 78 degrees']]);
  });

  it('lays out the page where its cells hold passages', () => {
    const cell = `<td><p>${PROSE}</p><p>${PROSE} Always.</p></td>`;
    expect(kindsOf(`<table><tr>${cell}</tr></table>`)).toEqual([
      ['prose', PROSE],
      ['prose', `${PROSE} Always.`],
    ]);
  });

  it('keeps empty cells between others, and what cells hold on one line', () => {
    expect(
      kindsOf(`<table><tr><th>Metal</th><th>Melts at</th><th>Found</th></tr>
        <tr><td>Iron<br>(pure)</td><td> </td><td><p>long</p><p>ago</p></td></tr><tr><td>Mercury</td><td></td><td></td></tr></table>`),
    ).toEqual([['table', 'Metal | Melts at | Found\nIron (pure) |  | long ago\nMercury']]);
  });

  it('names its columns again in each part of a long one', () => {
    const rows = Array.from({ length: 200 }, (_, row) => `<tr><td>Row ${row}</td><td>Some value</td></tr>`);
    const blocks = blocksOf(
      `<table><caption>Values</caption><thead><tr><td>Row</td><td>Value</td></tr></thead>${rows.join('')}</table>`,
    );
    expect(blocks.length).toBeGreaterThan(1);
    for (const { text } of blocks) {
      expect(text).toMatch(/^Values\nRow \| Value\nRow \d+ \| Some value/);
      expect(text.length).toBeLessThanOrEqual(BLOCK_LIMITS.chars);
    }
    expect(blocks.flatMap(({ text }) => text.match(/Row \d+/g))).toHaveLength(200);
  });
});

describe('code', () => {
  it.each([
    ['<pre class="language-Rust">', 'rust'],
    ['<pre class="brush: js; gutter: false">', 'js'],
    ['<pre class="brush:csharp">', 'csharp'],
    ['<pre data-lang="c++">', 'c++'],
    ['<pre class="sourceCode haskell">', 'haskell'],
    ['<pre class="src src-emacs-lisp">', 'emacs-lisp'],
    ['<div class="highlight-source-objective-c++"><pre>', undefined],
    ['<div class="highlight-text-html-basic"><pre>', 'html'],
    ['<div class="mw-highlight mw-highlight-lang-python"><pre>', 'python'],
    ['<div class="highlight-ipython3"><div class="highlight"><pre>', 'ipython3'],
    ['<pre class="language-none">', undefined],
    ['<pre class="wide dark">', undefined],
    ['<div class="lang-zh"><pre>', undefined],
    ['<pre class="language-$(evil)">', undefined],
  ])('%s has the language %s', (opening, language) => {
    const [block] = blocksOf(`${opening}let half = whole / 2</pre></div>`);
    expect(block).toMatchObject({ kind: 'code', text: 'let half = whole / 2' });
    expect(block?.codeLanguage).toBe(language);
  });

  it('is cut between lines, and keeps their indentation', () => {
    const lines = Array.from({ length: 120 }, (_, line) => `    step(${line})  # one. two`);
    const blocks = blocksOf(`<pre>${lines.join('\n')}</pre>`);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
  });

  it('of many lines beyond what is kept says which part of the height it takes', () => {
    const blocks = blocksOf(`<pre>${'x = x + 1\n'.repeat(20_000)}</pre>`);
    expect(blocks.at(-1)?.to).toBeCloseTo(0.5, 1);
  });
});

it('takes pictures’ captions by their class, and headings by their role', () => {
  const blocks = blocksOf(`<div role="heading" aria-level="3">Engines</div>
    <div class="wp-caption"><img alt=""><p class="wp-caption-text">An engine made of brass.</p></div>`);
  expect(blocks).toMatchObject([{ kind: 'caption', headingPath: ['Engines'] }]);
});

it('asks the page for its language where the text is too short to tell', () => {
  document.documentElement.lang = 'de';
  expect(blocksOf('<p>Die Energie bleibt erhalten</p>')).toMatchObject([{ lang: 'other' }]);
  document.documentElement.lang = 'en';
  expect(blocksOf('<p>Energy conservation law</p>')).toMatchObject([{ lang: 'en' }]);
});
