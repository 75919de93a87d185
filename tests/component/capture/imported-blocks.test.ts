import { expect, it } from 'vitest';
import { findImportedBlocks } from '@/lib/capture/imported-blocks';
import type { MarkupPart } from '@/lib/domain/imports/markup';

const SENTENCE = 'Heat flows from warm bodies to cold ones, and never back, until both are equally warm. ';

const find = (markup: string, part: Partial<MarkupPart> = {}) =>
  findImportedBlocks({ title: '', markup, syntax: 'html', extent: 'all', ...part }, () => false);

it('finds the kinds of blocks that are found on pages, with their headings', async () => {
  const { title, blocks } = await find(`<h1>Heat</h1><p>${SENTENCE}</p><h2>Measures</h2>
    <blockquote>${SENTENCE}</blockquote><ul><li>${SENTENCE}</li></ul>
    <dl><dt>Joule</dt><dd>The unit of energy and of heat.</dd></dl>
    <pre><code class="language-python">print(joule * 2)\nprint(heat)</code></pre>
    <div data-tex="Q = m c \\Delta T" data-display="true"></div>
    <table><tr><th>Body</th><th>Heat</th></tr><tr><td>Water</td><td>much of it</td></tr><tr><td>Iron</td><td>less of it</td></tr></table>`);
  expect(title).toBe('Heat');
  expect(blocks.map(({ kind }) => kind)).toEqual([
    ...['prose', 'quote', 'list', 'definition', 'code', 'maths', 'table'],
  ]);
  expect(blocks[1]?.headingPath).toEqual(['Heat', 'Measures']);
  expect(blocks[4]?.codeLanguage).toBe('python');
  expect(blocks[5]?.formulas).toMatchObject([{ tex: 'Q = m c \\Delta T' }]);
  expect(blocks[0]).not.toHaveProperty('element');
});

it('takes of a saved page only what is reading matter', async () => {
  const page = `<nav><a href="/">Home of all pages</a></nav><article><h1>Heat</h1><p>One: ${SENTENCE.repeat(3)}</p>
    <p style="display: none">Hidden: ${SENTENCE}</p><p>Two: ${SENTENCE.repeat(3)}</p></article>
    <footer><p>Footer: ${SENTENCE}</p></footer>`;
  const { blocks } = await find(page, { extent: 'reading-matter' });
  expect(blocks.map(({ text }) => text.split(':')[0])).toEqual(['One', 'Two']);
});

it('believes the language of the book where a chapter claims none', async () => {
  const { blocks } = await find('<p>No. 42, 1871.</p><p>Eine Zeile auf Deutsch, die niemand befragt.</p>', {
    lang: 'de',
  });
  expect(blocks.map(({ lang }) => lang)).toEqual(['other']);
});

it('reads a book that is no XML as HTML', async () => {
  const { blocks } = await find(`<html><body><p>${SENTENCE}<br></p></body></html>`, { syntax: 'xhtml' });
  expect(blocks).toHaveLength(1);
});

it('takes a text to its end, however many paragraphs it has', async () => {
  const { blocks } = await find(`${`<p>${SENTENCE}</p>`.repeat(5_010)}<p>The end: ${SENTENCE}</p>`);
  expect(blocks).toHaveLength(5_011);
  expect(blocks.at(-1)?.text).toContain('The end');
});

it('stops when it is told to', async () => {
  const many = `<p>${SENTENCE}</p>`.repeat(50);
  const { blocks } = await findImportedBlocks(
    { title: '', markup: many, syntax: 'html', extent: 'all' },
    () => true,
  );
  expect(blocks).toEqual([]);
});
