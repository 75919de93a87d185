import { describe, expect, it } from 'vitest';
import { findReadingMatter } from '@/lib/capture/root/find-reading-matter';

const text = (chars: number) => 'word '.repeat(chars / 5);
const paragraphs = (count: number, chars = 200) => `<p>${text(chars)}</p>`.repeat(count);

function rootOf(markup: string): string {
  document.body.replaceChildren(document.createRange().createContextualFragment(markup));
  const search = findReadingMatter(document);
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value.root.id || 'body';
}

describe('findReadingMatter', () => {
  it.each([
    ['the main element', `<div>${paragraphs(9)}</div><main id="root">${paragraphs(2)}</main>`, 'root'],
    ['an element in the role of main', `<div id="root" role="main">${paragraphs(2)}</div>`, 'root'],
    ['the only article', `<div>${paragraphs(1)}</div><article id="root">${paragraphs(2)}</article>`, 'root'],
    [
      'the outermost of nested articles',
      `<article id="root">${paragraphs(2)}<article>${paragraphs(1)}</article></article>`,
      'root',
    ],
    [
      'the main element that is not hidden',
      `<main hidden></main><main id="root">${paragraphs(2)}</main>`,
      'root',
    ],
    [
      'where the paragraphs are',
      `<div><p>Home</p></div><div><div id="root">${paragraphs(6)}</div><div>${paragraphs(1)}</div></div>`,
      'root',
    ],
    [
      'what holds several articles',
      `<div id="root"><article>${paragraphs(3)}</article><article>${paragraphs(3)}</article></div><div>${paragraphs(1)}</div>`,
      'root',
    ],
    [
      'the article that outweighs its teasers',
      `<article id="root">${paragraphs(9)}</article>${`<article>${paragraphs(1)}</article>`.repeat(3)}`,
      'root',
    ],
    [
      'not an article that is still empty',
      `<article></article><div id="root">${paragraphs(2)}</div>`,
      'root',
    ],
    [
      'not where the paragraphs are links',
      `<div id="root">${paragraphs(2)}</div><div>${`<a href="#x">${paragraphs(1)}</a>`.repeat(9)}</div>`,
      'root',
    ],
    ['the body of a page without paragraphs', '<div>Only some words</div>', 'body'],
  ])('is %s', (_what, markup, expected) => {
    expect(rootOf(markup)).toBe(expected);
  });
});
