import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { SCHEMA_V1, type TableRows } from '@/lib/storage/schema';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { HOST_PAGES } from '../support/host-pages';
import { allowSite } from '../support/learner';
import { lookOn } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

declare const chrome: typeof browser;

const TABLES = Object.keys(SCHEMA_V1) as (keyof TableRows)[];
const HOSTS = Array.from({ length: 100 }, (_, index) => `host${index}.many.test`);
const GRANTED = HOSTS.filter((_, index) => index % 20 === 7);
const OTHERS = HOSTS.filter((host) => !GRANTED.includes(host));
const [TOP = '', REVOKED = '', ...KEPT] = GRANTED;

/** All hundred frames of a page are in view at once. */
const WINDOW = { width: 3_500, height: 3_000 };

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

const around = (host: string, embedded: readonly string[]) =>
  site.url(host, `/around.html?${embedded.map((name) => name.replace('.many.test', '')).join('&')}`);

/** Hosts of the site whose name stands in any row of any table. */
async function hostsInTables(): Promise<string[]> {
  const tables = await Promise.all(TABLES.map((table) => extension.readTable(table)));
  const found = JSON.stringify(tables).match(/[a-z0-9.]+\.test/g) ?? [];
  return [...new Set(found)].sort();
}

const hostsOfPages = async () =>
  (await extension.readTable('pages'))
    .map(({ url }) => new URL(url))
    .sort((a, b) => (a.host < b.host ? -1 : 1));

/** Time that the pages of a host were seen so far, in milliseconds. */
async function activeMsOf(host: string): Promise<number> {
  const pages = (await extension.readTable('pages')).filter(({ url }) => new URL(url).hostname === host);
  const visits = await extension.readTable('visits');
  const own = visits.filter(({ pageId }) => pages.some(({ id }) => id === pageId));
  return own.reduce((sum, { activeMs }) => sum + activeMs, 0);
}

beforeAll(async () => {
  site = await serveSite(HOST_PAGES);
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: 40 });
  tab = await extension.openTab(site.url(TOP, '/page.html'));
  for (const host of GRANTED) {
    await tab.goto(site.url(host, '/allow.html'));
    await allowSite(extension, tab);
  }
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('with five of a hundred hosts allowed', () => {
  it('reads the five and no other when one tab shows them all', async () => {
    for (const host of HOSTS) await tab.goto(site.url(host, '/page.html'));
    for (const host of GRANTED) {
      await tab.goto(site.url(host, '/page.html'));
      await until(hostsInTables, (hosts) => hosts.includes(host), 10_000);
    }
    expect(await hostsInTables()).toEqual([...GRANTED].sort());
  });

  it('reads the frames of the five in a page that was not allowed', async () => {
    await tab.setViewportSize(WINDOW);
    await tab.goto(around('around.many.test', HOSTS));
    const framesRead = async () =>
      (await extension.readTable('pages')).filter(({ url }) => new URL(url).search === '?embedded');
    await until(framesRead, (pages) => pages.length === GRANTED.length, 15_000);
    await lookOn(tab, 8);
    expect(await hostsInTables()).toEqual([...GRANTED].sort());
  });

  it('stops reading one frame within a second when its permission is taken back, and goes on in the others', async () => {
    await lookOn(tab, 8);
    const page = await extension.openPage('manifest.json');
    await page.evaluate((origins) => chrome.permissions.remove({ origins }), [`http://${REVOKED}/*`]);
    await page.close();
    await tab.bringToFront();
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    const [revoked, kept] = [await activeMsOf(REVOKED), await activeMsOf(KEPT[0] ?? '')];
    await until(
      async () => {
        await lookOn(tab, 8);
        return activeMsOf(KEPT[0] ?? '');
      },
      (now) => now > kept,
      15_000,
    );
    expect(await activeMsOf(REVOKED)).toBe(revoked);
  });

  it('reads a page of an allowed host without what it embeds from others', async () => {
    await tab.goto(around(TOP, OTHERS));
    await until(
      hostsOfPages,
      (pages) => pages.some(({ hostname, search }) => hostname === TOP && search.length > 20),
      15_000,
    );
    await lookOn(tab, 8);
    expect(await hostsInTables()).toEqual([...GRANTED].sort());
  });
});
