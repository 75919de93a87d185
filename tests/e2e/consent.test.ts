import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { WORDS } from '../support/learner';
import { controlPage } from '../support/never-pages';
import { lookOn } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

declare const chrome: typeof browser;

const { common, popup: popupWords } = WORDS.en;
const TIME_SCALE = 40;
const FIRST = 'first.test';
const INTRANET = 'intranet.firm.test';

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

const hostsRead = async () =>
  (await extension.readTable('pages')).map(({ url }) => new URL(url).hostname).sort();

async function untilRead(host: string): Promise<void> {
  await until(
    async () => {
      await lookOn(tab);
      return hostsRead();
    },
    (hosts) => hosts.includes(host),
    15_000,
  );
}

/** Grants sites as an earlier version or the browser's own settings may have done. */
async function grant(...hosts: readonly string[]): Promise<void> {
  const page = await extension.openPage('manifest.json');
  const origins = hosts.map((host) => `http://${host}/*`);
  await page.evaluate((asked) => chrome.permissions.request({ origins: asked }), origins);
  await page.close();
  await tab.bringToFront();
}

beforeAll(async () => {
  site = await serveSite({ '/page.html': controlPage('en') });
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  tab = await extension.openTab(site.url(FIRST, '/page.html'));
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('before the learner has agreed', () => {
  it('reads nothing, though the browser would let it', async () => {
    await grant(INTRANET, 'granted.test');
    for (const host of ['granted.test', FIRST]) {
      await tab.goto(site.url(host, '/page.html'));
      await lookOn(tab);
    }
    expect(await hostsRead()).toEqual([]);
    const log = await extension.waitForTable('captureLog', (rows) => rows.length > 0);
    expect(log.map((entry) => entry.decision === 'refused' && entry.reason)).toEqual(['no-consent']);
  });

  it('says what is kept and never read, and changes nothing by the safe key', async () => {
    const popup = await extension.openPopup(tab);
    await button(popup, common['allow-site']).first().focus();
    await popup.keyboard.press('Enter');
    const dialog = popup.getByRole('dialog', { name: common['consent.title'] });
    await dialog.getByText(common['consent.never-text']).waitFor();
    expect(await focused(popup)).toBe(common['allow.not-now']);
    await popup.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await popup.close();
    await lookOn(tab);
    expect(await hostsRead()).toEqual([]);
    expect(await extension.allowedOrigins()).not.toContain(`http://${FIRST}/*`);
  });

  it('reads once the learner agrees, by keyboard alone', async () => {
    const popup = await extension.openPopup(tab);
    await button(popup, common['allow-site']).first().focus();
    await popup.keyboard.press('Enter');
    await popup.getByRole('dialog').waitFor();
    await popup.keyboard.press('Tab');
    expect(await focused(popup)).toBe(common['allow.agree']);
    await popup.keyboard.press('Enter');
    await popup.getByRole('heading', { name: popupWords['page.reading'] }).waitFor();
    await popup.close();
    await untilRead(FIRST);
  });
});

describe('a site that is left alone', () => {
  it('is not read under a grant, and the popup says why', async () => {
    await tab.goto(site.url(INTRANET, '/page.html'));
    await lookOn(tab);
    expect(await hostsRead()).toEqual([FIRST]);
    const popup = await extension.openPopup(tab);
    await popup.getByRole('heading', { name: popupWords['page.withheld'] }).waitFor();
    await popup.getByText(common['reason.private-host'], { exact: true }).waitFor();
    await button(popup, common['allow.ask-anyway']).first().click();
    const dialog = popup.getByRole('dialog', { name: common['reason.private-host.title'] });
    await dialog.waitFor();
    expect(await focused(popup)).toBe(common['allow.leave']);
    await button(popup, common['allow.anyway']).click();
    await popup.getByRole('heading', { name: popupWords['page.reading'] }).waitFor();
    await popup.close();
    await untilRead(INTRANET);
  });

  it('is left alone again after it was taken off the list', async () => {
    const dashboard = await extension.openPage('dashboard.html#/sites');
    await dashboard
      .getByRole('listitem')
      .filter({ hasText: INTRANET })
      .getByRole('button', { name: /^Remove/ })
      .click();
    await until(extension.allowedOrigins, (origins) => !origins.includes(`http://${INTRANET}/*`));
    await dashboard.close();
    await grant(INTRANET);
    const popup = await extension.openPopup(tab);
    await popup.getByRole('heading', { name: popupWords['page.withheld'] }).waitFor();
    await popup.close();
  });
});
