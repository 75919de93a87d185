import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { accessibilityBreaches } from '../support/axe';
import { POPUP_STATES } from '../support/popup-states/popup-states';
import { type StatesServer, servePopupStates } from '../support/popup-states/serve';

const POPUP_HEIGHT = 600;

let server: StatesServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await servePopupStates();
  browser = await chromium.launch({ executablePath: requireBrowser().path, args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 380, height: POPUP_HEIGHT } });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Every state of the popup, with each language and theme seen once. */
const LOOKS = [
  { lang: 'en', theme: 'light' },
  { lang: 'zh', theme: 'dark' },
] as const;

describe.each(LOOKS)('the popup in $lang, $theme', (look) => {
  it.each(POPUP_STATES)('is accessible and in its frame: %s', async (state) => {
    await page.setViewportSize({ width: 380, height: POPUP_HEIGHT });
    await page.goto(server.url(state, look));
    await page.waitForSelector('html[data-ready]');
    expect(await accessibilityBreaches(page)).toEqual([]);
    for (const width of [380, 360]) {
      await page.setViewportSize({ width, height: POPUP_HEIGHT });
      const root = page.locator('html');
      const size = await root.evaluate(({ scrollWidth, scrollHeight }) => ({ scrollWidth, scrollHeight }));
      expect(size).toEqual({ scrollWidth: width, scrollHeight: POPUP_HEIGHT });
    }
  });
});
