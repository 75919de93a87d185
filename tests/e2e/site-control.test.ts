import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { CAPTURE_PAGES } from '../support/capture-pages';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

declare const chrome: typeof browser;

const HOST = 'course.test';
const TITLES = {
  reading: 'Gleaner: reading along on this page',
  paused: 'Gleaner: paused on this page',
  off: 'Gleaner: not reading this page',
};

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

/** Title of the icon over the tab in front. */
async function iconTitle(): Promise<string> {
  const worker = await extension.serviceWorker();
  return worker.evaluate(async () => {
    const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getTitle({ tabId: active?.id ?? -1 });
  });
}

const waitForTitle = (title: string, timeoutMs?: number) =>
  until(iconTitle, (shown) => shown === title, timeoutMs);

/** Time that all visits together were seen so far. */
const totalActiveMs = async () =>
  (await extension.readTable('visits')).reduce((sum, visit) => sum + visit.activeMs, 0);

/** Resolves when the reader reports that it goes on reading. */
async function waitForProgress(): Promise<void> {
  const before = await totalActiveMs();
  await until(totalActiveMs, (now) => now > before, 10_000);
}

/** Scrolls as a reader does, for as long as a few reports take. */
async function scrollOn(): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    await tab.mouse.wheel(0, 400);
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }
}

beforeAll(async () => {
  site = await serveSite(CAPTURE_PAGES);
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: 40 });
  tab = await extension.openTab(site.url(HOST, '/long.html'));
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('one click changes what is read', () => {
  it('says that it does not read before a site is allowed', async () => {
    await waitForTitle(TITLES.off);
  });

  it('reads and says so once the site is allowed, here and after a look at another tab', async () => {
    await allowSite(extension, tab);
    await waitForTitle(TITLES.reading);
    await waitForProgress();
    const elsewhere = await extension.openTab(site.url('elsewhere.test', '/two.html'));
    await waitForTitle(TITLES.off, 2_000);
    await elsewhere.close();
    await tab.bringToFront();
    await waitForTitle(TITLES.reading, 2_000);
  });

  it.each([
    { what: 'everywhere', pause: { paused: true }, resume: { paused: false } },
    { what: 'on the site', pause: { pausedOrigins: [`http://${HOST}`] }, resume: { pausedOrigins: [] } },
  ])('pauses $what and goes on', async ({ pause, resume }) => {
    await extension.changeSettings(pause);
    await waitForTitle(TITLES.paused);
    const before = await totalActiveMs();
    await scrollOn();
    expect(await totalActiveMs()).toBe(before);
    await extension.changeSettings(resume);
    await waitForTitle(TITLES.reading);
    await waitForProgress();
  });

  it('goes on where the background was stopped in between', async () => {
    await extension.stopServiceWorker();
    await scrollOn();
    await waitForProgress();
  });

  it('stops within a second when the permission is taken back, and registers nothing any more', async () => {
    const page = await extension.openPage('manifest.json');
    await tab.bringToFront();
    await page.evaluate((origins) => chrome.permissions.remove({ origins }), [`http://${HOST}/*`]);
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    const before = await totalActiveMs();
    await scrollOn();
    await tab.reload();
    await scrollOn();
    expect(await totalActiveMs()).toBe(before);
    await waitForTitle(TITLES.off);
    expect(await page.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
    await page.close();
  });
});

describe('a page that took over the reader', () => {
  let session: CDPSession;
  let contextId: number;

  /** Runs code in the isolated world of the reader, as a hostile page in its process could. */
  async function asReader(expression: string): Promise<unknown> {
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  }

  beforeAll(async () => {
    await allowSite(extension, tab);
    await waitForProgress();
    session = await tab.context().newCDPSession(tab);
    const found = new Promise<number>((resolve) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin === `chrome-extension://${extension.id}`) resolve(context.id);
      });
    });
    await session.send('Runtime.enable');
    contextId = await found;
  });

  it.each([
    'reading.changed',
    'reading.ask',
    'reading.ask-left-alone',
    'engine.wake',
    'engine.try-again',
    'study.try-again',
    'study.changed',
    'study.erased',
  ])('may not send %s', async (type) => {
    const data = type === 'reading.changed' ? { startAnew: true } : null;
    const message = JSON.stringify({ id: 1, type, data, timestamp: 1, sender: { id: extension.id } });
    const reply = await asReader(`chrome.runtime.sendMessage(${message}).catch(() => 'nobody')`);
    expect([
      'nobody',
      undefined,
      { res: { ok: false, error: { code: 'sender-refused', message: `${type} is not for this sender` } } },
    ]).toContainEqual(reply);
  });

  it('may not report for another origin', async () => {
    const data = { url: 'https://bank.test/account' };
    const message = JSON.stringify({ id: 1, type: 'reading.open', data, timestamp: 1 });
    expect(await asReader(`chrome.runtime.sendMessage(${message})`)).toMatchObject({
      res: { error: { code: 'sender-refused' } },
    });
  });

  it.each(['local', 'session'])('may not look into storage.%s', async (area) => {
    expect(await asReader(`chrome.storage.${area}.get(null).then(() => 'open', () => 'closed')`)).toBe(
      'closed',
    );
  });
});
