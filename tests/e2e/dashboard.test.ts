import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityBreaches } from '../support/axe';
import { buildCourseStudy } from '../support/course-study';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { seedStudy } from '../support/seed-study';

const LOOKS = [
  { uiLanguage: 'en', theme: 'light' },
  { uiLanguage: 'zh', theme: 'dark' },
] as const;
const VIEWS = [
  'today',
  'interests',
  'reading',
  'reading/en-photosynthesis-html',
  'import',
  'sites',
  'log',
  'data',
  'review',
];
const WIDTHS = [1280, 360];
const HEIGHT = 800;

let extension: LaunchedExtension;

async function open(path: string): Promise<Page> {
  const page = await extension.openPage(path);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  return page;
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

beforeAll(async () => {
  extension = await launchExtension();
  const page = await open('dashboard.html');
  await seedStudy(page, buildCourseStudy(Date.now()));
  await page.close();
});

afterAll(() => extension.close());

describe.each(LOOKS)('the dashboard in $uiLanguage, $theme', (look) => {
  beforeAll(() => extension.changeSettings(look));

  it.each([...VIEWS.map((view) => `dashboard.html#/${view}`), 'welcome.html?site=http://course.test/'])(
    '%s is accessible and fits its window',
    async (path) => {
      const page = await open(path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        expect(await accessibilityBreaches(page)).toEqual([]);
        expect(await isTooWide(page)).toBe(false);
      }
      await page.close();
    },
  );
});

describe('forgetting a page by keyboard only', () => {
  beforeAll(() => extension.changeSettings({ uiLanguage: 'en' }));

  it('asks in a dialog that holds the focus, gives it back, and ends in the receipt', async () => {
    const page = await open('dashboard.html#/reading/zh-haxibiao-html');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('button', { name: 'Forget page', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    expect(await focused()).toBe('Cancel');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Forget page');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByText(/^This removes 1 page/).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Forget the page');
    await page.keyboard.press('Enter');
    await page.getByText(/^Forgotten: 1 page/).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');
    const occurrences = await extension.readTable('occurrences');
    expect(occurrences.filter(({ pageId }) => pageId === 'zh-haxibiao-html')).toEqual([]);
    await page.close();
  });
});
