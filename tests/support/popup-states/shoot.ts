import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { POPUP_STATES, type PopupStateName } from './popup-states';
import { servePopupStates } from './serve';

export interface ShootOptions {
  readonly folder: string;
  readonly states?: readonly PopupStateName[];
  readonly width?: number;
}

/** Takes a picture of every state of the popup, in both languages and themes. */
export async function shootPopupStates({ folder, states = POPUP_STATES, width = 380 }: ShootOptions) {
  mkdirSync(folder, { recursive: true });
  const server = await servePopupStates();
  const browser = await chromium.launch({ executablePath: requireBrowser().path, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width, height: 600 }, deviceScaleFactor: 2 });
  for (const lang of ['en', 'zh'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      for (const state of states) {
        await page.goto(server.url(state, { lang, theme }));
        await page.waitForSelector('html[data-ready]');
        const box = await page.locator('main').boundingBox();
        const clip = { x: 0, y: 0, width, height: Math.ceil(box?.height ?? 600) };
        await page.screenshot({ path: `${folder}/${state}-${lang}-${theme}-${width}.png`, clip });
      }
    }
  }
  await browser.close();
  await server.close();
}
