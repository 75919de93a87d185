import { beforeEach, describe, expect, it } from 'vitest';
import { walkBlocks } from '@/lib/capture/blocks/block-walker';
import type { InnerTree } from '@/lib/capture/blocks/shown-trees';
import { blocksIn } from '../../support/listed-blocks';

const textsOf = (root: Element = document.body) => blocksIn(root).map(({ text }) => text);
const HOST = 'This text stands in the page itself.';
const INNER = 'This text stands in the shadow of it.';

function attach(host: Element, markup: string, mode: ShadowRootMode = 'open'): ShadowRoot {
  const root = host.attachShadow({ mode });
  root.innerHTML = markup;
  return root;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('an open shadow root', () => {
  it('takes the place of what its host holds', () => {
    document.body.innerHTML = `<p>Before the card there is a sentence.</p><div><p>${HOST}</p></div>`;
    attach(document.querySelector('div') as Element, `<p>${INNER}</p>`);
    expect(textsOf()).toEqual(['Before the card there is a sentence.', INNER]);
  });

  it('shows assigned content once, in its place, and what a slot holds itself where nothing is assigned', () => {
    document.body.innerHTML = `<div><h2 slot="title">Heat</h2><p>${HOST}</p><p slot="none">This is never shown.</p></div>`;
    const inner = attach(
      document.querySelector('div') as Element,
      `<slot name="title"></slot><p>${INNER}</p><slot></slot><slot name="more"><p>Nothing more has been said yet.</p></slot>`,
    );
    const blocks = blocksIn(document.body);
    expect(blocks.map(({ text }) => text)).toEqual([INNER, HOST, 'Nothing more has been said yet.']);
    expect(blocks.map(({ headingPath }) => headingPath)).toEqual([['Heat'], ['Heat'], ['Heat']]);
    expect(inner.contains(blocks[0]?.element ?? null)).toBe(true);
  });

  it('may stand in another, and is told to who watches for changes', () => {
    document.body.innerHTML = '<div></div>';
    const outer = attach(document.querySelector('div') as Element, '<section></section>');
    const inner = attach(outer.querySelector('section') as Element, `<p>${INNER}</p>`);
    const trees: InnerTree[] = [];
    const walk = walkBlocks(document.body, { onInnerTree: (tree) => trees.push(tree) });
    expect([...walk].filter((block) => block !== undefined)).toMatchObject([{ text: INNER }]);
    expect(trees).toEqual([outer, inner]);
  });

  it('stays closed where the page closed it', () => {
    document.body.innerHTML = '<div></div>';
    attach(document.querySelector('div') as Element, `<p>${INNER}</p>`, 'closed');
    expect(textsOf()).toEqual([]);
  });
});
