import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODERN_PAGES, routeText } from '../support/modern-pages';
import { readPage, waitForReader } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import { countVisits, type VisitCounts } from '../support/visit-counts';

let site: SiteServer;
let counts: VisitCounts;

beforeAll(async () => {
  site = await serveSite(MODERN_PAGES, { cacheControl: 'no-cache' });
});
afterAll(() => site.close());

describe('a page that changes, comes and goes', () => {
  beforeAll(async () => {
    counts = await countVisits(site, { backForwardCache: true });
  });
  afterAll(async () => void (await counts.extension.close()));

  const waitForText = (text: string) =>
    counts.extension.waitForTable('passages', (rows) => rows.some((row) => row.text === text), 10_000);
  const isKeptAlive = () => counts.tab.evaluate(() => Boolean(Object(globalThis).wasKeptAlive));

  it('is one visit a return, ten times back and forward out of the cache', async () => {
    const { tab, visit, expectVisits, expectVisitBy, expectNoDuplicates } = counts;
    await expectVisits('/one.html', 1);
    await tab.evaluate(
      'addEventListener("pageshow", (event) => { globalThis.wasKeptAlive = event.persisted; })',
    );
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    for (let count = 1; count <= 5; count += 1) {
      await expectVisitBy(() => tab.goBack({ waitUntil: 'commit' }), '/one.html');
      expect(await isKeptAlive()).toBe(true);
      await expectVisitBy(() => tab.goForward({ waitUntil: 'commit' }), '/two.html');
    }
    await expectNoDuplicates();
  });

  it('is one visit in each of two tabs', async () => {
    const { extension, tab, expectVisitBy } = counts;
    const path = '/two.html';
    const opened: Page[] = [];
    await expectVisitBy(
      async () => opened.push(await extension.openTab(site.url('course.test', path))),
      path,
    );
    await expectVisitBy(() => tab.bringToFront().then(() => tab.reload()), path);
    for (const page of opened) await page.close();
  });

  it('is a place of a passage that another page has too', async () => {
    const { visit, expectVisits, expectNoDuplicates } = counts;
    await visit('/shared.html');
    await expectVisits('/shared.html', 1);
    await expectNoDuplicates();
  });

  it('is fifty pages when fifty addresses show as many texts, each under its own title', async () => {
    const { extension, tab, visit, expectVisits, expectNoDuplicates } = counts;
    await visit('/app/0');
    await expectVisits('/app/0', 1);
    for (let route = 1; route <= 50; route += 1) {
      await tab.evaluate(`go(${route})`);
      await waitForText(routeText(route));
    }
    await expectVisits('/app/50', 1);
    const pages = (await extension.readTable('pages')).filter(({ url }) => url.includes('/app/'));
    expect(pages).toHaveLength(51);
    for (const { url, title } of pages) expect(title).toBe(`Route ${url.split('/').at(-1)}`);
    await expectNoDuplicates();
  });

  it('is visited again on the way back within an application', async () => {
    const { tab, expectVisitBy } = counts;
    await expectVisitBy(() => tab.goBack(), '/app/49');
    await expectVisitBy(() => tab.goForward(), '/app/50');
  });

  it('is read once, however often it renames itself', async () => {
    const { extension, tab, visit, expectVisits, expectVisitBy } = counts;
    await visit('/replace.html');
    await expectVisits('/replace.html', 1);
    await tab.evaluate('tidy(50)');
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    const pages = (await extension.readTable('pages')).filter(({ url }) => url.includes('/replace.html'));
    expect(pages.map(({ url }) => url)).toEqual([site.url('course.test', '/replace.html')]);
  });

  it('is read on when it grows', async () => {
    const { tab, visit, expectVisits } = counts;
    await visit('/feed.html');
    for (let item = 1; item <= 3; item += 1) {
      const text = `Item ${item} of a feed that grows while it is read.`;
      await tab.getByText(text).scrollIntoViewIfNeeded();
      await waitForText(text);
      await tab.mouse.wheel(0, 900);
    }
    await expectVisits('/feed.html', 1);
  });

  it('is read on in the same visit when it is written anew', async () => {
    const { tab, visit, expectVisits, expectVisitBy, expectNoDuplicates } = counts;
    await visit('/write.html');
    await waitForText('This stands in the page as before.');
    await tab.evaluate('rewrite()');
    await waitForText('This was written into it later.');
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    await expectVisits('/write.html', 1);
    await expectNoDuplicates();
  });

  it('is the page itself in print', async () => {
    const { visit, expectVisitBy, expectNoDuplicates } = counts;
    await expectVisitBy(() => visit('/print/one.html'), '/one.html');
    await expectNoDuplicates();
  });

  it('is not read while a machine translates it', async () => {
    const { tab, visit, visitsOf, expectVisitBy } = counts;
    await visit('/translated.html');
    await waitForReader(tab);
    await readPage(tab, { timeScale: 1 });
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    expect(await visitsOf('/translated.html')).toEqual([]);
  });
});
