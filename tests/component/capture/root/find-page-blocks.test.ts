import { describe, expect, it } from 'vitest';
import { findPageBlocks } from '@/lib/capture/root/find-page-blocks';
import type { SiteAdapter } from '@/lib/domain/reading/site-adapter';

const SENTENCE = 'Heat flows from warm bodies to cold ones, and never back, until both are equally warm. ';
const paragraph = (name: string, times = 3) => `<p>${name}: ${SENTENCE.repeat(times)}</p>`;
const LINK = '<a href="/elsewhere">An article about something else entirely</a>';

/** The names at the beginning of the blocks that are found in a page. */
function namesIn(markup: string, adapter?: SiteAdapter): string[] {
  return blocksIn(markup, adapter).map(({ text }) => text.split(':')[0] ?? '');
}

function blocksIn(markup: string, adapter?: SiteAdapter) {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  const found = [...findPageBlocks(document, adapter ? { adapter } : {})];
  return found.filter((block) => block !== undefined);
}

const article = (inside: string) => `<article>${paragraph('One')}${inside}${paragraph('Two')}</article>`;
const TEXT = ['One', 'Two'];

/** A form with a control of that name answers with the control when it is asked for its own method. */
function hide(method: 'matches'): void {
  for (const form of document.forms) Object.defineProperty(form, method, { value: form.elements[0] });
}

describe('findPageBlocks', () => {
  it('reads a form that hides its own methods, as described', () => {
    const transcript = { panel: '.panel', line: '.line' };
    const adapter = { id: 'a', hosts: ['a.test'], root: ['main'], drop: ['.ad'], transcript };
    document.body.innerHTML = `<main><form><input name="matches">${paragraph('One')}</form></main>`;
    hide('matches');
    const found = [...findPageBlocks(document, { adapter })].filter((block) => block !== undefined);
    expect(found.map(({ text }) => text.slice(0, 3))).toEqual(['One']);
  });

  it.each([
    ['a box named for sharing', `<div class="share-bar">${paragraph('Share', 1)}</div>`],
    ['a box whose name is written in one word', `<div class="relatedPosts">${paragraph('More', 1)}</div>`],
    ['a newsletter form', `<section class="newsletter signup">${paragraph('Subscribe', 1)}</section>`],
    ['an aside that only leads elsewhere', `<aside><p>Also: ${LINK}</p></aside>`],
    ['a list of links', `<ul><li>${LINK}</li><li>${LINK}</li></ul>`],
    ['a line that points elsewhere', `<p>Read more: ${LINK}</p>`],
    [
      'comments, however many',
      `<div id="comments">${paragraph('Comment', 9)}${paragraph('Comment', 9)}</div>`,
    ],
  ])('leaves out %s', (_what, inside) => {
    expect(namesIn(article(inside))).toEqual(TEXT);
  });

  it.each([
    ['a box between paragraphs', `<aside class="sidebar">${paragraph('Box')}</aside>`],
    ['a sentence with a link', `<p>Box: ${LINK} says so.</p>`],
    ['a section about cookies', `<section id="cookies">${paragraph('Box')}</section>`],
    ['a table of links', `<table><tr><th>Box: ${LINK}</th><th>${LINK}</th></tr></table>`],
    ['a solution that is still hidden', `<div style="display: none">${paragraph('Box')}</div>`],
  ])('keeps %s', (_what, inside) => {
    expect(namesIn(article(inside))).toEqual(['One', 'Box', 'Two']);
  });

  it('does not believe a name that would take most of the page away', () => {
    expect(namesIn(`<div class="promo">${paragraph('One')}${paragraph('Two')}</div>`)).toEqual(TEXT);
  });

  it.each([
    ['by its name', `<div class="photo-caption"><p>Box: ${SENTENCE}</p></div>`],
    ['beside its picture', `<div><img src="a.png"><p>Box: ${SENTENCE}</p></div>`],
  ])('knows a caption %s', (_how, inside) => {
    const kinds = blocksIn(article(inside)).map(({ kind }) => kind);
    expect(kinds).toEqual(['prose', 'caption', 'prose']);
  });

  it('leaves out the date above a text and what the site says below it', () => {
    const markup = `<article><p>12 May 2019</p>${paragraph('One')}${paragraph('Two')}<p>Follow us for more stories.</p>
      <p>More stories</p><ul><li>Why ${LINK}</li><li>How ${LINK}</li></ul></article>`;
    expect(namesIn(markup)).toEqual(TEXT);
  });

  it('leaves out teasers beside a text that nothing marks', () => {
    const teaser = `<li><a href="/a">Another story of the day</a> Teaser: ${SENTENCE}</li>`;
    const markup = `<div class="page"><div class="ticker"><ul>${teaser.repeat(5)}</ul></div>
      <div class="story">${paragraph('One', 4)}${paragraph('Two', 4)}</div></div>`;
    expect(namesIn(markup)).toEqual(TEXT);
  });

  it('keeps all sections of a manual, and what stands between them', () => {
    const section = (name: string, times = 2) =>
      `<div class="sect"><h2>Part</h2>${paragraph(name, times)}</div>`;
    const markup = `<div class="manual"><div class="titlepage"><h1>Manual</h1></div>${section('One', 9)}
      <div class="note"><p>Note: wear gloves, always.</p></div>${section('Two')}${section('Three')}</div>`;
    expect(namesIn(markup)).toEqual(['One', 'Note', 'Two', 'Three']);
  });

  it('finds a Chinese text among its site', () => {
    const markup = `<div class="top"><a href="/">首页</a> <a href="/a">课程</a></div>
      <div class="text"><p>热量总是从高温物体流向低温物体，直到两者温度相等为止，这个过程不会自动逆转。</p>
      <p>这条规律叫做热力学第二定律，它说明了自然过程的方向，也限制了热机的效率。</p></div>
      <div class="bottom"><p>版权所有，未经许可不得转载。</p></div>`;
    expect(blocksIn(markup).map(({ text }) => text.slice(0, 4))).toEqual(['热量总是', '这条规律']);
  });
});

describe('findPageBlocks with a description of the site', () => {
  const site: SiteAdapter = {
    id: 'school',
    hosts: ['school.test'],
    root: ['.gone', '.unit'],
    drop: ['.hint'],
  };

  it('takes all that the description names, and nothing between', () => {
    const markup = `<div>${paragraph('Site')}<div class="unit">${paragraph('One')}<div class="hint">${paragraph('Hint')}</div></div>
      Loose: ${SENTENCE} ${paragraph('Ad')}<section><div class="unit">${paragraph('Two')}</div></section></div>`;
    expect(namesIn(markup, site)).toEqual(TEXT);
  });

  it('follows the general rules on a page that is built otherwise, and still drops', () => {
    const markup = article(`<div class="hint">${paragraph('Hint')}</div>`);
    expect(namesIn(markup, site)).toEqual(TEXT);
  });
});
