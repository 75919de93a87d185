import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { HOSTILE_PAGE, MARKDOWN_TEXT } from '../support/brought-texts';
import { writeEpub } from '../support/epub-writer';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

declare const chrome: Pick<typeof browser, 'bookmarks' | 'permissions'>;

const CHAPTERS = [
  {
    title: '第一章 蒸发',
    texts: [
      '太阳把海水加热，一部分海水变成水蒸气升到空中，这个过程叫做蒸发。',
      '蒸发的快慢取决于温度、风速和水面的大小，夏天的湖面蒸发得最快。',
    ],
  },
  {
    title: '第二章 凝结',
    texts: [
      '水蒸气上升之后遇到冷空气，就会附着在尘埃上凝结成小水珠，形成云。',
      '云里的小水珠互相碰撞，越来越大，直到空气再也托不住它们。',
    ],
  },
];

const BOOK = writeEpub({
  title: '水的旅行',
  lang: 'zh-CN',
  chapters: CHAPTERS.map(({ title, texts }, index) => ({
    file: `chapter-${index}.xhtml`,
    title,
    body: `<h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}<img src="http://spy.test/book.png"/>`,
  })),
});

let extension: LaunchedExtension;
let spy: SiteServer;
let page: Page;

const bring = (name: string, content: string | Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

const stored = (count: number) =>
  extension.waitForTable(
    'imports',
    (rows) => rows.filter((row) => row.storedSections === row.sections).length === count,
  );

async function passagesOf(title: string) {
  const pages = (await extension.readTable('pages')).filter((row) => row.title.endsWith(title));
  const ids = new Set(pages.map(({ id }) => id));
  const places = (await extension.readTable('occurrences')).filter(({ pageId }) => ids.has(pageId));
  const passages = new Map((await extension.readTable('passages')).map((row) => [row.id, row]));
  return places
    .sort((one, other) => one.pageId.localeCompare(other.pageId) || one.order - other.order)
    .map((place) => ({ ...place, ...passages.get(place.passageId) }));
}

beforeAll(async () => {
  spy = await serveSite({});
  extension = await launchExtension({ blockNetwork: true });
  await extension.changeSettings({ hasConsented: true });
  page = await extension.openPage('dashboard.html#/import');
});

afterAll(async () => {
  await extension.close();
  await spy.close();
});

describe('texts that are brought in', () => {
  it('wait while they are held, also after the page was closed', async () => {
    await bring('sorting.md', MARKDOWN_TEXT);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('On hold until you let it go on.').waitFor();
    await page.reload();
    await page.getByText('On hold until you let it go on.').waitFor();
  });

  it('are cut into passages as pages are', async () => {
    await stored(1);
    const passages = await passagesOf('Notes on sorting');
    expect(passages.map(({ kind }) => kind)).toEqual([
      ...['prose', 'prose', 'maths', 'quote', 'list', 'list', 'table', 'code', 'prose'],
    ]);
    expect(passages.find(({ kind }) => kind === 'code')?.codeLanguage).toBe('python');
    expect(passages.find(({ kind }) => kind === 'maths')?.formulas).toMatchObject([
      { tex: 'T(n) = 2\\,T(n/2) + n' },
    ]);
    expect(passages[1]).toMatchObject({ headingPath: ['Notes on sorting', 'Cost'], means: 'imported' });
  });

  it('run nothing and load nothing, whatever they hold', async () => {
    // The policy of the page would stop most of it. It has nothing to stop but handlers and styles within the markup, of
    // which the parser asks although nothing would come of them.
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await bring('cycle.html', HOSTILE_PAGE.replaceAll('$HOST', spy.url('spy.test').replace(/\/$/, '')));
    await stored(2);
    const texts = (await passagesOf('The water cycle')).map(({ text }) => text ?? '');
    expect(texts.map((text) => text.split(' ', 1)[0])).toEqual([
      ...['Evaporation', 'Condensation', 'Precipitation', 'My'],
    ]);
    expect(texts[3]).toContain('▮▮▮▮');
    expect(texts.join()).not.toContain('Zq8vT3mNc7');
    const tried = refused.filter(
      (message) => !/^(?:Applying inline style|Executing inline event)/.test(message),
    );
    expect([...spy.requested, ...tried]).toEqual([]);
    expect(page.url()).toMatch(/#\/import$/);
    expect(await page.evaluate(() => document.documentElement.dataset.ran)).toBeUndefined();
  });

  it('may be books, in Chinese', async () => {
    await bring('water.epub', BOOK);
    await stored(3);
    const passages = await passagesOf('水的旅行');
    expect(passages.map(({ text }) => text).sort()).toEqual(CHAPTERS.flatMap(({ texts }) => texts).sort());
    expect(passages.map(({ lang }) => lang)).toEqual(['zh', 'zh', 'zh', 'zh']);
    const pages = await extension.readTable('pages');
    expect(pages.map(({ title }) => title)).toContain('第一章 蒸发 · 水的旅行');
    // Nothing of it was read.
    expect(await extension.readTable('visits')).toEqual([]);
  });

  it('become vectors and exercises when they may go on', async () => {
    await page.getByRole('button', { name: 'Resume' }).click();
    await extension.waitForTable('jobs', (rows) => rows.every(({ kind }) => kind !== 'embed'), 30_000);
    await page.getByText('4 passages').first().waitFor();
    await extension.waitForTable('exercises', (rows) => rows.length > 0, 30_000);
    await page
      .getByText(/\d exercises?/)
      .first()
      .waitFor();
  });

  it('are not doubled when they come again', async () => {
    const before = (await extension.readTable('passages')).length;
    await bring('once more.epub', BOOK);
    await page.getByText('“水的旅行” is in.', { exact: false }).waitFor({ state: 'attached' });
    expect((await extension.readTable('passages')).length).toBe(before);
    expect((await extension.readTable('imports')).length).toBe(3);
  });

  it('go with all that came of them', async () => {
    await page.getByRole('button', { name: 'Forget “水的旅行”' }).click();
    await page.getByText(/This removes 2 pages(?:,| and) 4 passages/).waitFor();
    await page.getByRole('button', { name: 'Forget the text' }).click();
    await extension.waitForTable('imports', (rows) => rows.length === 2);
    expect((await extension.readTable('passages')).filter(({ lang }) => lang === 'zh')).toEqual([]);
  });
});

describe('bookmarks', () => {
  const kept = () => extension.readTable('bookmarks');

  it('are kept as titles and addresses, once the learner allows it', async () => {
    await page.getByRole('button', { name: 'Use my bookmarks' }).click();
    await page.getByText('0 bookmarks are kept.').waitFor();
    await page.evaluate(async () => {
      await chrome.bookmarks.create({
        title: 'Water',
        url: 'https://spy.test/water?access_token=Zq8vT3mNc7RwXy2LbKd9Hf4J',
      });
      await chrome.bookmarks.create({ title: 'Router', url: 'http://192.168.0.1/' });
      await chrome.bookmarks.create({ title: 'Script', url: 'javascript:void 0' });
    });
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByText('1 bookmark is kept.').waitFor();
    expect(await kept()).toMatchObject([{ title: 'Water', url: expect.stringMatching(/access_token=\*+$/) }]);
  });

  it('go when the browser takes the permission back', async () => {
    await page.evaluate(() => chrome.permissions.remove({ permissions: ['bookmarks'] }));
    await until(kept, (rows) => rows.length === 0);
    await page.getByRole('button', { name: 'Use my bookmarks' }).waitFor();
    expect(spy.requested).toEqual([]);
  });
});
