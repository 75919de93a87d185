import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { SCHEMA_V1, type TableRows } from '@/lib/storage/schema';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { controlPage, framesPage, neverPages } from '../support/never-pages';
import { lookOn } from '../support/reader';
import { SECRET_PAGE, SECRETS } from '../support/secret-page';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

declare const chrome: typeof browser;

const PAGES = neverPages();
const CONTROLS = (['en', 'zh'] as const).map((lang) => ({
  host: `control-${lang}.never.test`,
  path: `/control-${lang}.html`,
  html: controlPage(lang),
}));
const FRAMES_A_PAGE = 80;
const BATCHES = Array.from({ length: Math.ceil(PAGES.length / FRAMES_A_PAGE) }, (_, batch) =>
  PAGES.slice(batch * FRAMES_A_PAGE, (batch + 1) * FRAMES_A_PAGE),
);
/** All frames of a page are in view at once. */
const WIDE = { width: 3_500, height: 3_000 };
const USUAL = { width: 1_280, height: 800 };
const TABLES = Object.keys(SCHEMA_V1) as (keyof TableRows)[];

const content: Record<string, string> = Object.fromEntries(
  [...PAGES, ...CONTROLS, { path: '/secrets.html', html: SECRET_PAGE }].map(({ path, html }) => [path, html]),
);

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

/** Grants every site there is, as if the learner had allowed them one by one. */
async function allowEverything(): Promise<void> {
  const page = await extension.openPage('manifest.json');
  await page.evaluate(() => chrome.permissions.request({ origins: ['http://*/*', 'https://*/*'] }));
  await page.close();
}

const pathsRead = async () =>
  (await extension.readTable('pages')).map(({ url }) => new URL(url).pathname + new URL(url).search).sort();

const refusals = async (origin: string) =>
  (await extension.readTable('captureLog')).flatMap((entry) =>
    entry.decision === 'refused' && entry.origin === origin ? [entry.reason] : [],
  );

beforeAll(async () => {
  site = await serveSite(content);
  for (const [batch, pages] of BATCHES.entries()) {
    const addresses = [...pages, ...CONTROLS].map(({ host, path }) => site.url(host, `${path}?${batch}`));
    content[`/around-${batch}.html`] = framesPage(addresses);
  }
  extension = await launchExtension({ hostRules: 'MAP * 127.0.0.1' });
  await extension.changeSettings({ readingTimeScale: 60, hasConsented: true });
  await allowEverything();
  tab = await extension.openTab('about:blank');
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('where every site is allowed', () => {
  it(`keeps nothing of ${PAGES.length} pages that ask for secrets, are written in, or are of a kind to be left alone`, async () => {
    await tab.setViewportSize(WIDE);
    for (const batch of BATCHES.keys()) {
      await tab.goto(site.url('around.test', `/around-${batch}.html`));
      await until(pathsRead, (paths) => paths.length >= CONTROLS.length * (batch + 1), 30_000);
      await lookOn(tab);
    }
    await tab.setViewportSize(USUAL);
    const served = new Set(site.requested);
    expect(PAGES.filter(({ path }) => !served.has(path))).toEqual([]);
    const controls = CONTROLS.flatMap(({ path }) => [...BATCHES.keys()].map((batch) => `${path}?${batch}`));
    expect(await pathsRead()).toEqual(controls.sort());
    expect(PAGES.length).toBeGreaterThanOrEqual(200);
  });

  it('keeps nothing of them in a tab of their own either, and notes why', async () => {
    const before = await pathsRead();
    const chosen = ['sign-in', 'payment', 'code', 'edited', '192.168.1.1', 'www.icbc.com.cn'].flatMap(
      (beginning) => PAGES.find(({ host }) => host.startsWith(beginning)) ?? [],
    );
    for (const { host, path } of chosen) {
      await tab.goto(site.url(host, path));
      await lookOn(tab);
    }
    expect(chosen).toHaveLength(6);
    expect(await pathsRead()).toEqual(before);
    const reasons = await Promise.all(chosen.map(({ host }) => refusals(site.url(host, ''))));
    const secret = 'secret-field';
    expect(reasons.map(([reason]) => reason)).toEqual([
      ...[secret, secret, secret],
      undefined,
      'private-host',
      'banking',
    ]);
  });

  it('forgets what it saw of a page that begins to ask, and reads on when it asks no more', async () => {
    await extension.changeSettings({ readingTimeScale: 4 });
    const address = site.url('late.never.test', '/control-en.html?late');
    const isRead = async () => (await pathsRead()).includes('/control-en.html?late');
    await tab.goto(address);
    await lookOn(tab);
    await tab.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<input type="password">'));
    await until(
      () => refusals(new URL(address).origin),
      (reasons) => reasons.length > 0,
      10_000,
    );
    await lookOn(tab);
    await lookOn(tab);
    expect(await isRead()).toBe(false);
    await extension.changeSettings({ readingTimeScale: 60 });
    await lookOn(tab);
    expect(await isRead()).toBe(false);
    await tab.evaluate(() => document.querySelector('input')?.remove());
    await until(
      async () => {
        await lookOn(tab);
        return isRead();
      },
      Boolean,
      10_000,
    );
  });

  it('reads no files and nothing in private windows', async () => {
    const before = await pathsRead();
    const folder = await mkdtemp(join(tmpdir(), 'gleaner-file-'));
    await writeFile(join(folder, 'page.html'), controlPage('en'));
    await tab.goto(pathToFileURL(join(folder, 'page.html')).href);
    const session = await tab.context().browser()?.newBrowserCDPSession();
    const { browserContextId } = (await session?.send('Target.createBrowserContext')) ?? {};
    const url = site.url('private.never.test', '/control-en.html?private');
    await session?.send('Target.createTarget', { url, ...(browserContextId && { browserContextId }) });
    await lookOn(tab);
    await lookOn(tab);
    expect(site.requested.filter((path) => path === '/control-en.html').length).toBeGreaterThan(
      BATCHES.length,
    );
    expect(await pathsRead()).toEqual(before);
    await rm(folder, { recursive: true });
  });
});

describe('a page with secrets in its text', () => {
  it('is kept without them, in whatever row', async () => {
    await tab.goto(site.url('secrets.never.test', `/secrets.html?access_token=${SECRETS.token}`));
    await tab.bringToFront();
    await until(
      async () => {
        await lookOn(tab);
        return (await extension.readTable('passages')).filter(({ origin }) =>
          origin.includes('secrets.never'),
        );
      },
      (passages) => passages.length >= 8,
      20_000,
    );
    await extension.waitForTable('jobs', (rows) => rows.length === 0);
    const tables = await Promise.all(TABLES.map((table) => extension.readTable(table)));
    const stored = JSON.stringify(tables);
    expect(stored).toContain('▮');
    for (const [name, secret] of Object.entries(SECRETS)) {
      const pieces = Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8));
      expect([name, pieces.filter((piece) => stored.includes(piece))]).toEqual([name, []]);
    }
    expect((await extension.readTable('exercises')).length).toBeGreaterThan(0);
  });
});
