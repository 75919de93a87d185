import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAPTURE_PAGES } from '../support/capture-pages';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { readPage, waitForReader } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

const TIME_SCALE = 100;

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

/** What stands beside head and body. */
const besideBody = () =>
  tab.evaluate(() =>
    [...document.documentElement.children]
      .filter((element) => element !== document.head && element !== document.body)
      .map((element) => ({
        isClosed: element.shadowRoot === null,
        text: element.textContent,
        hidden: element.getAttribute('aria-hidden'),
        width: element.getBoundingClientRect().width,
        atEdge: element.getBoundingClientRect().right === document.documentElement.clientWidth,
      })),
  );

const markup = () => tab.evaluate(() => document.documentElement.outerHTML);
const isMarked = async () => (await besideBody()).length > 0;
/** Within what the learner calls at once. */
const waitForMark = (wanted: boolean) => until(isMarked, (is) => is === wanted, 1_000);

beforeAll(async () => {
  site = await serveSite(CAPTURE_PAGES);
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  tab = await extension.openTab(site.url('course.test', '/two.html'));
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('the mark on a page that is read along', () => {
  it('is not there unless the learner wants it, and the page is as it came', async () => {
    const before = await markup();
    await allowSite(extension, tab);
    await waitForReader(tab);
    await readPage(tab, { timeScale: TIME_SCALE });
    await extension.waitForTable('passages', (rows) => rows.length > 0);
    expect(await markup()).toBe(before);
  });

  it('stands at the edge, closed, without text, once it is switched on', async () => {
    const page = await extension.openPage('dashboard.html#/data');
    await page.getByRole('switch', { name: 'Mark pages while they are read' }).click();
    await page.close();
    await tab.bringToFront();
    await waitForMark(true);
    expect(await besideBody()).toEqual([
      { isClosed: true, text: '', hidden: 'true', width: 8, atEdge: true },
    ]);
  });

  it('changes nothing of what is read, nor the size of the page', async () => {
    const passages = await extension.readTable('passages');
    await tab.reload();
    await waitForReader(tab);
    await waitForMark(true);
    await readPage(tab, { timeScale: TIME_SCALE });
    expect(await extension.readTable('passages')).toEqual(passages);
    const overflows = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    expect(await tab.evaluate(overflows)).toBe(false);
  });

  it('is not printed', async () => {
    await tab.emulateMedia({ media: 'print' });
    const widths = (await besideBody()).map(({ width }) => width);
    await tab.emulateMedia({ media: null });
    expect(widths).toEqual([0]);
  });

  it('goes when reading is paused, and comes back with it', async () => {
    await extension.changeSettings({ paused: true });
    await waitForMark(false);
    await extension.changeSettings({ paused: false });
    await waitForMark(true);
  });

  it('goes with the permission', async () => {
    const page = await extension.openPage('dashboard.html#/sites');
    await page.getByRole('button', { name: 'Remove http://course.test' }).click();
    await until(isMarked, (is) => !is, 1_000);
    await page.close();
  });
});
