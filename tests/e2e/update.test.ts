import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { findWorlds } from '../support/page-worlds';
import { STAGE, stageIn } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

const HOST = 'course.test';
const BUILT = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const PAGES = {
  '/nothing.html': '<button>Nothing to read</button>',
  '/page.html': '<p>A paragraph that can be read.</p>',
};

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

/** Puts a new version in the place of the one that runs, as an update does. */
async function update(): Promise<void> {
  const session = await extension.context.browser()?.newBrowserCDPSession();
  // Playwright does not know this command yet.
  const send: (method: string, parameters: object) => Promise<unknown> = Object(session).send.bind(session);
  await send('Extensions.loadUnpacked', { path: BUILT });
}

beforeAll(async () => {
  site = await serveSite(PAGES);
  extension = await launchExtension();
  tab = await extension.openTab(site.url(HOST, '/nothing.html'));
  await allowSite(extension, tab);
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('an update of the extension', () => {
  it.each([
    { path: '/nothing.html', stage: 'scout' },
    { path: '/page.html', stage: 'reader' },
  ])('ends the old $stage within a second, without a word, and sends a new one', async ({ path, stage }) => {
    await tab.goto(site.url(HOST, path));
    await until(
      () => stageIn(tab),
      (now) => now === stage,
    );
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    const { worlds, close } = await findWorlds(tab);
    const stages = await Promise.all(worlds.map((world) => world.evaluate(STAGE)));
    const old = worlds[stages.indexOf(stage)];
    expect(await old?.listensTo()).toContain('visibilitychange');

    await update();
    await until(
      async () => old?.listensTo(),
      (events) => events?.length === 0,
      1_000,
    );
    expect(await old?.evaluate('chrome.runtime?.id === undefined')).toBe(true);
    const countNow = async () => {
      const found = await findWorlds(tab);
      const now = await Promise.all(found.worlds.map((world) => world.evaluate(STAGE)));
      await found.close();
      return now.filter((one) => one === stage).length;
    };
    // The old world stays, at rest, beside the new one.
    await until(countNow, (count) => count === 2);
    expect(said).toEqual([]);
    await close();
  });
});
