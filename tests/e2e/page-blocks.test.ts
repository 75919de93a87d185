import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { bundleForPage } from '../support/bench-page';
import { type SiteServer, serveSite } from '../support/site-server';

const FOLDER = resolve(import.meta.dirname, '../fixtures/pages');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

const OUTER = 'This sentence stands in the outer page.';
const INNER = 'This sentence stands in a frame of it.';
const DEEPER = 'This sentence stands in a frame of the frame.';
const SECRET = '<p>Behind this frame there is an account.</p><input type="password">';

/** Frames of this origin and of another, by path. `localhost` and `127.0.0.1` are two origins. */
const PAGES: Readonly<Record<string, string>> = {
  '/inner.html': `<html lang="en"><body style="margin: 0"><h2>Inner</h2><p>${INNER}</p>
    <iframe src="/deeper.html" style="width: 100%; height: 400px"></iframe></body></html>`,
  '/deeper.html': `<p>${DEEPER}</p>`,
  '/secret.html': SECRET,
  '/frameset.html': '<frameset cols="50%,50%"><frame src="/deeper.html"><frame src="/inner.html"></frameset>',
};

let site: SiteServer;
let browser: Browser;
let page: Page;
let script: string;

const call = <Value>(expression: string): Promise<Value> => page.evaluate<Value>(`bench.${expression}`);
const textsIn = async () => (await call<{ text: string }[]>('listBlocks()')).map(({ text }) => text);

async function show(markup: string): Promise<void> {
  await page.setContent(markup);
  await page.evaluate(script);
}

async function visit(body: string): Promise<void> {
  await page.route('**/outer.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><body>${body}</body></html>`,
    }),
  );
  await page.goto(site.url('127.0.0.1', '/outer.html'));
  await page.unroute('**/outer.html');
  await page.evaluate(script);
}

beforeAll(async () => {
  [site, script] = await Promise.all([serveSite(PAGES), bundleForPage('tests/support/walker.page.ts')]);
  browser = await chromium.launch({
    executablePath: requireBrowser().path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage({ viewport: { width: 1_000, height: 800 } });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('pages with maths and code', () => {
  it.each(NAMES)('%s', async (name) => {
    await show(readFileSync(join(FOLDER, `${name}.html`), 'utf8'));
    expect(await call('listBlocks()')).toEqual(
      JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')),
    );
  });
});

describe('frames of the same origin', () => {
  const frame = (attributes: string) => `<iframe ${attributes} style="width: 600px; height: 500px"></iframe>`;

  it('are read where they stand, and frames in them', async () => {
    await visit(`<h1>Outer</h1><p>${OUTER}</p>${frame('src="/inner.html"')}<p>${OUTER} Again.</p>`);
    const blocks = await call<{ text: string; headingPath: string[] }[]>('listBlocks()');
    expect(blocks.map(({ text }) => text)).toEqual([OUTER, INNER, DEEPER, `${OUTER} Again.`]);
  });

  it('may be written into the page', async () => {
    await visit(frame(`srcdoc="<p>${INNER}</p>"`));
    expect(await textsIn()).toEqual([INNER]);
  });

  it('may be all there is', async () => {
    await page.goto(site.url('127.0.0.1', '/frameset.html'));
    await page.evaluate(script);
    expect(await textsIn()).toEqual([DEEPER, INNER, DEEPER]);
  });

  it.each([
    ['of another origin', () => frame(`src="${site.url('localhost', '/deeper.html')}"`)],
    ['that ask for a password', () => frame('src="/secret.html"')],
    ['that are hidden', () => frame('src="/deeper.html" hidden')],
    ['as small as a beacon', () => '<iframe src="/deeper.html" width="10" height="10"></iframe>'],
    ['of a sandbox', () => frame('src="/deeper.html" sandbox="allow-scripts"')],
  ])('%s are left alone', async (_what, markup) => {
    await visit(`<p>${OUTER}</p>${markup()}`);
    expect(await textsIn()).toEqual([OUTER]);
  });

  it('are read to a number and a depth', async () => {
    await visit(frame('src="/deeper.html"').repeat(20));
    expect(await textsIn()).toHaveLength(16);
  });

  it('get time for what they show in the window, not for what they show in themselves', async () => {
    await visit(`<div style="height: 700px"></div>${frame('src="/inner.html"')}`);
    expect(await call('textsInView()')).toEqual([INNER]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await call('textsInView()')).toEqual([INNER, DEEPER]);
  });
});

it('reads declared shadow roots, with what is put into their slots', async () => {
  await page.goto('about:blank');
  await page.evaluate(
    (markup) => document.body.setHTMLUnsafe(markup),
    `<x-card><template shadowrootmode="open">
    <p>${INNER}</p><slot></slot></template><p>${OUTER}</p></x-card>`,
  );
  await page.evaluate(script);
  expect(await textsIn()).toEqual([INNER, OUTER]);
});

it('gives time to the lines of a transcript that its panel shows', async () => {
  const lines = Array.from(
    { length: 60 },
    (_, index) => `<p class="line">Sentence ${index} of a long talk about heat.</p>`,
  );
  await show(`<div class="panel" style="height: 300px; overflow: auto">${lines.join('')}</div>`);
  const options = { adapter: { transcript: { panel: '.panel', line: '.line' } } };
  const inView = () => call<string[]>(`textsInView(${JSON.stringify(options)})`);
  const first = await inView();
  expect(first.join(' ')).toMatch(/^Sentence 0 .*heat\.$/);
  expect(first.join(' ')).not.toContain('Sentence 20');
  await page.evaluate(() => document.querySelector('.panel')?.scrollTo(0, 100_000));
  const last = await inView();
  expect(last.join(' ')).toContain('Sentence 59');
  expect(last.join(' ')).not.toContain('Sentence 20');
});

/** Drawing such pages takes Chromium minutes, or ends it; that is not what is measured. */
const NOT_DRAWN = '<body style="display: none"></body>';

const LONGEST_STEP_MS = 50;

describe('no step of a walk takes longer than a frame of 50 ms', () => {
  const build: Readonly<Record<string, (count: number) => void>> = {
    'a text of 10 MB': () => document.body.append('Heat flows from warm to cold. '.repeat(350_000)),
    'code of 10 MB': () => {
      const pre = document.createElement('pre');
      pre.append('    step();\n'.repeat(900_000));
      document.body.append(pre);
    },
    'a heading of 10 MB before many paragraphs': () => {
      const heading = document.createElement('h1');
      heading.append('heat '.repeat(2_000_000));
      document.body.append(heading);
      for (let index = 0; index < 3_000; index += 1) {
        const paragraph = document.createElement('p');
        paragraph.append('Heat flows from warm to cold.');
        document.body.append(paragraph);
      }
    },
    'a formula of 10 MB': () => {
      for (const name of ['katex', 'MathJax', 'mwe-math-element']) {
        const formula = Object.assign(document.createElement('div'), { className: name });
        for (let index = 0; index < 20_000; index += 1)
          formula.append(Object.assign(document.createElement('span'), { textContent: 'x='.repeat(200) }));
        document.body.append(formula);
      }
    },
    'hidden elements in a row': () => {
      for (let index = 0; index < 50_000; index += 1)
        document.body.append(Object.assign(document.createElement('div'), { hidden: true }));
    },
  };

  it.each(Object.keys(build))('%s', async (name) => {
    await show(NOT_DRAWN);
    await page.evaluate(`(${build[name]})()`);
    expect(await call('longestStepMs(4)')).toBeLessThan(LONGEST_STEP_MS);
  });

  it.each([
    ...['div', 'math', 'ul', 'dl', 'table', 'pre'].map((tag) => [10_000, tag] as const),
    // Out of view, Chromium works out the style of an inline element from that of all above it.
    ...['span', 'a', 'x-inner'].map((tag) => [1_000, tag] as const),
  ])('%i elements %s within one another', async (count, tag) => {
    await show(NOT_DRAWN);
    await page.evaluate(
      ([name, levels]) => {
        let parent: Element = document.body;
        for (let level = 0; level < levels; level += 1)
          parent = parent.appendChild(document.createElement(name));
        parent.append('Heat flows from warm to cold.');
      },
      [tag, count] as const,
    );
    expect(await call('longestStepMs(4)')).toBeLessThan(LONGEST_STEP_MS);
  });
});
