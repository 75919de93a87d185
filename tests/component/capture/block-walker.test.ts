import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type PageBlock, WALK_LIMITS, walkBlocks } from '@/lib/capture/blocks/block-walker';
import { BLOCK_LIMITS } from '@/lib/capture/blocks/page-block';

/** Fills the page with markup as a server would send it, and walks through it. */
function blocksOf(markup: string): PageBlock[] {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  return [...walkBlocks(document.body)].filter((block) => block !== undefined);
}

const textsOf = (markup: string) => blocksOf(markup).map((block) => block.text);
const PROSE = 'Heat flows from warm to cold.';

beforeEach(() => {
  document.body.replaceChildren();
});

describe('walkBlocks', () => {
  it('takes each block with its kind', () => {
    const blocks = blocksOf(`
      <p>${PROSE}</p>
      <ul><li>The first law keeps energy.</li></ul>
      <blockquote><p>Die Energie der Welt ist konstant.</p></blockquote>
      <pre><code>def area(r):\n    return 3.14 * r</code></pre>
      <figure><img alt="x"><figcaption>Figure 1: a heat engine.</figcaption></figure>
      <table><caption>Boiling points</caption><tr><th>Substance</th><th>Degrees</th></tr><tr><td>Water</td><td>100</td></tr></table>
      <math display="block"><semantics><mi>S</mi><annotation encoding="application/x-tex">S = k \\ln W</annotation></semantics></math>`);
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['prose', PROSE],
      ['list', 'The first law keeps energy.'],
      ['quote', 'Die Energie der Welt ist konstant.'],
      ['code', 'def area(r):\n    return 3.14 * r'],
      ['caption', 'Figure 1: a heat engine.'],
      ['table', 'Boiling points\nSubstance | Degrees\nWater | 100'],
      ['maths', 'S = k \\ln W'],
    ]);
  });

  it('joins inline elements, and splits text around inner blocks', () => {
    expect(
      textsOf(
        `<div>The <b>total</b> en<i>tropy</i> never falls.<p>${PROSE}</p>After the paragraph it goes on.</div>`,
      ),
    ).toEqual(['The total entropy never falls.', PROSE, 'After the paragraph it goes on.']);
  });

  it('knows the headings above a block, without their link to themselves', () => {
    const blocks = blocksOf(`
      <h1>Physics</h1><p>${PROSE} One.</p><h2>Heat<a href="#heat">¶</a></h2><p>${PROSE} Two.</p>
      <h3>Work</h3><p>${PROSE} Three.</p><h2>Light</h2><p>${PROSE} Four.</p>`);
    expect(blocks.map((block) => block.headingPath)).toEqual([
      ['Physics'],
      ['Physics', 'Heat'],
      ['Physics', 'Heat', 'Work'],
      ['Physics', 'Light'],
    ]);
  });

  it('tells the language of each block', () => {
    const blocks = blocksOf(`
      <p>${PROSE}</p><p>孤立系统的总熵不会随时间减少。</p><div lang="ja"><p>熱は高温から低温へ流れます。</p></div>`);
    expect(blocks.map((block) => block.lang)).toEqual(['en', 'zh', 'other']);
  });

  it.each([
    ['navigation', `<nav><p>${PROSE}</p></nav>`],
    ['a role', `<div role="navigation"><p>${PROSE}</p></div>`],
    ['a text field', `<textarea>${PROSE}</textarea>`],
    ['a button', `<button>${PROSE}</button>`],
    ['a list of options', `<select><option>${PROSE}</option></select>`],
    ['editable text', `<div contenteditable><p>${PROSE}</p></div>`],
    ['hidden text', `<div hidden><p>${PROSE}</p></div>`],
    ['text hidden from assistants', `<p aria-hidden="true">${PROSE}</p>`],
    ['inline text without display', `<p><span style="display: none">${PROSE}</span></p>`],
    ['a script', `<script type="text/plain">${PROSE}</script>`],
    ['a template', `<template><p>${PROSE}</p></template>`],
    ['a comment', `<!-- ${PROSE} -->`],
    ['an entry of a table of contents', `<dl><dt><a href="#a">${PROSE}</a></dt></dl>`],
    ['a few words', '<p>Next page</p>'],
  ])('leaves out %s', (_what, markup) => {
    expect(textsOf(markup)).toEqual([]);
  });

  it('leaves out numbers of notes and readings of characters', () => {
    expect(
      textsOf('<p>Entropy grows<sup><a href="#n">[12]</a></sup> in time, as x<sup>2</sup> does.</p>'),
    ).toEqual(['Entropy grows in time, as x2 does.']);
    expect(textsOf('<p><ruby>熵<rp>(</rp><rt>shāng</rt><rp>)</rp></ruby>是系统混乱程度的量度。</p>')).toEqual(
      ['熵是系统混乱程度的量度。'],
    );
  });

  it('writes a formula in a sentence as its symbols', () => {
    expect(
      textsOf(`<p>The entropy <math><semantics><mrow><mi>S</mi><mo>=</mo><mi>k</mi></mrow>
        <annotation encoding="application/x-tex">S=k</annotation></semantics></math> never decreases.</p>`),
    ).toEqual(['The entropy S=k never decreases.']);
  });

  it('takes a table that only lays out a note for prose', () => {
    const markup = `<table><tr><td><img alt=""></td><th>Note</th></tr><tr><td><p>${PROSE}</p></td></tr></table>`;
    expect(blocksOf(markup)).toMatchObject([{ kind: 'prose', text: PROSE }]);
  });

  it('keeps signs that belong to a sentence', () => {
    expect(
      textsOf('<p>The prompts <a href="#p"><code>&gt;&gt;&gt;</code></a> and <a>...</a> wait for input.</p>'),
    ).toEqual(['The prompts >>> and ... wait for input.']);
  });

  it('keeps markup in text as text', () => {
    expect(textsOf('<p>Write &lt;script&gt;alert(1)&lt;/script&gt; to be blocked.</p>')).toEqual([
      'Write <script>alert(1)</script> to be blocked.',
    ]);
  });

  it('is not led astray by a form whose controls have the names of properties', () => {
    const names = [
      'parentNode',
      'firstChild',
      'nextSibling',
      'nodeType',
      'localName',
      'textContent',
      'getAttribute',
    ];
    const controls = names.map((name) => `<input name="${name}">`).join('');
    expect(textsOf(`<form>${controls}<p>${PROSE}</p></form><p>${PROSE} After.</p>`)).toEqual([
      PROSE,
      `${PROSE} After.`,
    ]);
  });

  it('cuts a long block into parts that follow one another down its height', () => {
    const blocks = blocksOf(`<p>${`${PROSE} `.repeat(200)}</p>`);
    expect(blocks.length).toBeGreaterThan(2);
    for (const [index, block] of blocks.entries()) {
      expect(block.text.length).toBeLessThanOrEqual(BLOCK_LIMITS.chars);
      expect(block.text).toMatch(/^Heat .*cold\.$/);
      expect(block.from).toBe(blocks[index - 1]?.to ?? 0);
    }
    expect(blocks.at(-1)?.to).toBe(1);
  });

  it('walks to the bottom of a very deep page', () => {
    let parent: Element = document.body;
    for (let depth = 0; depth < 5_000; depth += 1) {
      const child = document.createElement('div');
      parent.append(child);
      parent = child;
    }
    parent.textContent = PROSE;
    expect([...walkBlocks(document.body)].filter((block) => block !== undefined)).toMatchObject([
      { text: PROSE },
    ]);
  });

  it('ends after a number of blocks, and ends when the page changes under it', () => {
    const walk = walkBlocks(document.body);
    document.body.append(...Array.from({ length: 10 }, () => document.createElement('p')));
    for (const paragraph of document.body.children) paragraph.textContent = PROSE;
    for (let step = 0; step < 6; step += 1) walk.next();
    document.body.replaceChildren();
    expect([...walk].length).toBeLessThan(20);
    expect(textsOf(`<p>${PROSE}</p>`.repeat(WALK_LIMITS.blocks + 10)).length).toBe(WALK_LIMITS.blocks);
  });

  it('finds every word of a paragraph, however it is wrapped in inline elements', () => {
    const inline = fc.constantFrom('b', 'i', 'span', 'a', 'em', 'code');
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.option(inline)), { minLength: 6, maxLength: 20 }), (pieces) => {
        const markup = pieces.map(([text, tag]) => (tag ? `<${tag}>${text}</${tag}>` : text)).join(' ');
        expect(textsOf(`<p>${markup}</p>`)).toEqual([pieces.map(([text]) => text).join(' ')]);
      }),
      { numRuns: 50 },
    );
  });
});
