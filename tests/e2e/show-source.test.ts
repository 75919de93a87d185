import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import dashboardEn from '@/lib/ui/locales/en/dashboard.json';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { chooseLearn, letIn, selectAll } from '../support/learn-click';
import { allowSite } from '../support/learner';
import { readPage } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import {
  EDITED_ENTROPY_ZH,
  EDITED_TIDES,
  ENTROPY_ZH,
  ENTROPY_ZH_PAGES,
  TIDES,
  TIDES_PAGES,
} from '../support/source-pages';
import { until } from '../support/until';

declare const chrome: Pick<typeof browser, 'storage'>;

const TIME_SCALE = 40;
const SHOW = dashboardEn['page.show-source'];

/** What the site answers now; the tests change it. */
const content: Record<string, string | Promise<string>> = {
  '/tides.html': TIDES_PAGES.asRead,
  '/entropy.html': ENTROPY_ZH_PAGES.asRead,
};
let site: SiteServer;
let extension: LaunchedExtension;
let overview: Page;

beforeAll(async () => {
  site = await serveSite(content);
  extension = await launchExtension();
  await extension.changeSettings({ hasConsented: true, uiLanguage: 'en', readingTimeScale: TIME_SCALE });
  const page = await extension.openTab(site.url('course.test', '/tides.html'));
  await allowSite(extension, page);
  await readPage(page, { timeScale: TIME_SCALE, maxScreens: 1 });
  await extension.waitForTable('passages', (rows) => rows.some(({ text }) => text === TIDES), 15_000);
  await page.goto(site.url('course.test', '/entropy.html'));
  await readPage(page, { timeScale: TIME_SCALE, maxScreens: 1 });
  await extension.waitForTable('passages', (rows) => rows.some(({ text }) => text === ENTROPY_ZH), 15_000);
  await page.goto(site.url('other.test', '/tides.html'));
  await letIn(extension, page);
  await selectAll(page, '#wanted');
  await chooseLearn(extension, page);
  await extension.waitForTable('pages', (rows) => rows.length === 3, 10_000);
  await page.close();
  // What is shown is not to be read along.
  await extension.changeSettings({ paused: true });
  overview = await extension.openPage('dashboard.html');
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

/** A page that is open already would be shown instead of another. */
afterEach(async () => {
  const opened = extension.context.pages().slice(2);
  await Promise.all(opened.map((page) => page.close()));
});

/** Presses the button beside a passage in the overview, and returns the tab that opens. */
async function show(path: string, text: string, host = 'course.test'): Promise<Page> {
  const pages = await extension.readTable('pages');
  const pageId = pages.find(({ url }) => url === site.url(host, path))?.id;
  await overview.goto(`chrome-extension://${extension.id}/dashboard.html#/reading/${pageId}`);
  await overview.bringToFront();
  const opened = extension.context.waitForEvent('page');
  const passage = overview.locator('.kept-passage', { hasText: text.slice(0, 24) });
  await passage.getByRole('button', { name: SHOW }).click();
  return opened;
}

const waitForMark = (page: Page) => page.waitForFunction(() => CSS.highlights.has('gleaner-passage'));

/** The text that is marked in a page, once that is in view. */
async function markedIn(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const [range] = CSS.highlights.get('gleaner-passage') ?? [];
    if (!(range instanceof Range)) return false;
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  return page.evaluate(() => String([...(CSS.highlights.get('gleaner-passage') ?? [])][0]));
}

/** Resolves when the background has noted what is to be shown in the tab that it opened. */
async function waitUntilNoted(): Promise<void> {
  const worker = await extension.serviceWorker();
  const noted = () => worker.evaluate(async () => Object.keys(await chrome.storage.session.get()));
  await until(noted, (keys) => keys.some((key) => key.startsWith('source.')));
}

describe('a page that may be read', () => {
  it.each([
    ['as it was read', TIDES_PAGES.moved, TIDES],
    ['with every fourth word replaced', TIDES_PAGES.edited, EDITED_TIDES],
    ['that renders late', TIDES_PAGES.late, TIDES],
  ])('is shown at the passage: %s', async (_name, markup, text) => {
    content['/tides.html'] = markup;
    const page = await show('/tides.html', TIDES);
    await waitForMark(page);
    expect(await markedIn(page)).toBe(text);
  });

  it('is shown at an edited passage in Chinese', async () => {
    content['/entropy.html'] = ENTROPY_ZH_PAGES.edited;
    const page = await show('/entropy.html', ENTROPY_ZH);
    await waitForMark(page);
    expect(await markedIn(page)).toBe(EDITED_ENTROPY_ZH);
  });

  it('keeps its elements as they are, and loses the mark on a click', async () => {
    content['/tides.html'] = TIDES_PAGES.moved;
    const page = await show('/tides.html', TIDES);
    await waitForMark(page);
    const other = await extension.openTab(site.url('elsewhere.test', '/tides.html'));
    expect(await page.content()).toBe(await other.content());
    await page.bringToFront();
    await page.mouse.click(400, 300);
    await page.waitForFunction(() => !CSS.highlights.has('gleaner-passage'));
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  it('is shown where it is open already', async () => {
    content['/tides.html'] = TIDES_PAGES.moved;
    const open = await extension.openTab(site.url('course.test', '/tides.html'));
    void show('/tides.html', TIDES).catch(() => undefined);
    await waitForMark(open);
    await open.waitForFunction(() => document.visibilityState === 'visible');
  });

  it('is shown by another background worker when the one that was asked died', async () => {
    let answer: (markup: string) => void = () => {};
    content['/tides.html'] = new Promise((resolve) => {
      answer = resolve;
    });
    const page = show('/tides.html', TIDES);
    await waitUntilNoted();
    await extension.stopServiceWorker();
    await extension.serviceWorker();
    answer(TIDES_PAGES.moved);
    await waitForMark(await page);
  });
});

describe('a page that lost the passage', () => {
  it.each([
    ['changed', TIDES_PAGES.without],
    ['is gone', undefined],
  ])('leads to what was kept when it %s', async (_name, markup) => {
    if (markup === undefined) delete content['/tides.html'];
    else content['/tides.html'] = markup;
    await show('/tides.html', TIDES);
    const kept = await extension.context.waitForEvent('page', { timeout: 20_000 });
    await kept.getByText(dashboardEn['page.changed']).waitFor();
    await kept.waitForFunction(() => document.activeElement?.className.includes('kept-passage--wanted'));
    expect(
      await kept.evaluate(() => document.activeElement?.querySelector('.passage-text')?.textContent),
    ).toBe(TIDES);
  });
});

it('lets the browser scroll to the passage where we may not read', async () => {
  content['/tides.html'] = TIDES_PAGES.moved;
  const page = await show('/tides.html', TIDES, 'other.test');
  await page.waitForFunction(() => scrollY > 0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(
    await page.evaluate(() => document.querySelector('#wanted')?.getBoundingClientRect().top),
  ).toBeGreaterThan(0);
});
