import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '@/lib/domain/reading/model';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { MODERN_PAGES, routeText } from '../support/modern-pages';
import { type SiteServer, serveSite } from '../support/site-server';

const TIME_SCALE = 40;

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

const visit = (path: string) => tab.goto(site.url('course.test', path));

async function start(options: { readonly backForwardCache?: boolean } = {}): Promise<void> {
  extension = await launchExtension(options);
  await extension.changeSettings({ readingTimeScale: TIME_SCALE, hasConsented: true });
  tab = await extension.openTab(site.url('course.test', '/one.html'));
  await allowSite(extension, tab);
}

/** The visits of a page so far; none as long as it is unknown. */
async function visitsOf(path: string): Promise<Visit[]> {
  const url = site.url('course.test', path);
  const page = (await extension.readTable('pages')).find((row) => row.url === url);
  return (await extension.readTable('visits')).filter((row) => row.pageId === page?.id);
}

/** Waits until a page was read in so many visits, and in no more. */
async function expectVisits(path: string, count: number): Promise<void> {
  await expect.poll(() => visitsOf(path).then((rows) => rows.length), { timeout: 15_000 }).toBe(count);
}

/** Does something that leads to one more visit of a page, and waits until it was read. */
async function expectVisitBy(lead: () => Promise<unknown>, path: string): Promise<void> {
  const before = await visitsOf(path);
  await lead();
  await expectVisits(path, before.length + 1);
}

async function expectNoDuplicates(): Promise<void> {
  const texts = (await extension.readTable('passages')).map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  const places = (await extension.readTable('occurrences')).map(
    ({ pageId, passageId }) => pageId + passageId,
  );
  expect(new Set(places).size).toBe(places.length);
}

beforeAll(async () => {
  site = await serveSite(MODERN_PAGES, { cacheControl: 'no-cache' });
});
afterAll(() => site.close());

describe('a page that is loaded again and again', () => {
  beforeAll(() => start());
  afterAll(async () => void (await extension.close()));

  it('is one row a passage and one visit a load, reloaded ten times', async () => {
    await expectVisits('/one.html', 1);
    for (let count = 2; count <= 11; count += 1) {
      await tab.reload();
      await expectVisits('/one.html', count);
    }
    const occurrences = await extension.readTable('occurrences');
    expect(occurrences.map(({ readCount }) => readCount)).toEqual([11, 11]);
    await expectNoDuplicates();
  });

  it('is one visit a return, ten times back and forward without a cache', async () => {
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    for (let count = 1; count <= 5; count += 1) {
      await expectVisitBy(() => tab.goBack(), '/one.html');
      await expectVisitBy(() => tab.goForward(), '/two.html');
    }
    await expectNoDuplicates();
  });
});

describe('a page that changes, comes and goes', () => {
  beforeAll(() => start({ backForwardCache: true }));
  afterAll(async () => void (await extension.close()));

  const waitForText = (text: string) =>
    extension.waitForTable('passages', (rows) => rows.some((row) => row.text === text), 10_000);
  const isKeptAlive = () => tab.evaluate(() => Boolean(Object(globalThis).wasKeptAlive));

  it('is one visit a return, ten times back and forward out of the cache', async () => {
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
    await visit('/shared.html');
    await expectVisits('/shared.html', 1);
    await expectNoDuplicates();
  });

  it('is fifty pages when fifty addresses show as many texts, each under its own title', async () => {
    await visit('/app/0');
    await expectVisits('/app/0', 1);
    await tab.evaluate('goThrough(1, 50)');
    await waitForText(routeText(50));
    await expectVisits('/app/50', 1);
    const pages = (await extension.readTable('pages')).filter(({ url }) => url.includes('/app/'));
    expect(pages).toHaveLength(51);
    for (const { url, title } of pages) expect(title).toBe(`Route ${url.split('/').at(-1)}`);
    await expectNoDuplicates();
  });

  it('is visited again on the way back within an application', async () => {
    await expectVisitBy(() => tab.goBack(), '/app/49');
    await expectVisitBy(() => tab.goForward(), '/app/50');
  });

  it('is read once, however often it renames itself', async () => {
    await visit('/replace.html');
    await expectVisits('/replace.html', 1);
    await tab.evaluate('tidy(50)');
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    const pages = (await extension.readTable('pages')).filter(({ url }) => url.includes('/replace.html'));
    expect(pages.map(({ url }) => url)).toEqual([site.url('course.test', '/replace.html')]);
  });

  it('is read on when it grows', async () => {
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
    await visit('/write.html');
    await waitForText('This stands in the page as before.');
    await tab.evaluate('rewrite()');
    await waitForText('This was written into it later.');
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    await expectVisits('/write.html', 1);
    await expectNoDuplicates();
  });

  it('is the page itself in print', async () => {
    await expectVisitBy(() => visit('/print/one.html'), '/one.html');
    await expectNoDuplicates();
  });

  it('is not read while a machine translates it', async () => {
    await visit('/translated.html');
    await expectVisitBy(() => visit('/two.html'), '/two.html');
    expect(await visitsOf('/translated.html')).toEqual([]);
  });
});
