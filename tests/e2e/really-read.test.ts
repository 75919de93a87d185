import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { readPage, waitForReader } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';

const TIME_SCALE = 40;
const SLOW_TIME_SCALE = 8;
const PARAGRAPHS = 18;

/** An article of three screens, sixty words a paragraph. */
const article = (name: string) => {
  const paragraph = (index: number) =>
    `<p>Paragraph ${index} of ${name} ${'says something about heat and work '.repeat(9)} and ends.</p>`;
  const body = Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(index)).join('');
  return `<!doctype html><html lang="en"><title>${name}</title><main style="width: 600px">${body}</main></html>`;
};

const SITE = Object.fromEntries(
  ['first', 'skimmed', 'read', 'after'].map((name) => [`/${name}.html`, article(name)]),
);

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

async function visit(name: string): Promise<void> {
  await tab.goto(site.url('course.test', `/${name}.html`));
  await waitForReader(tab);
}

const occurrencesOf = async (name: string) => {
  const page = (await extension.readTable('pages')).find(({ url }) => url.endsWith(`/${name}.html`));
  return (await extension.readTable('occurrences')).filter(({ pageId }) => pageId === page?.id);
};

/** What is to be handed in is handed in when the page is left. */
const leave = () => visit('after');

beforeAll(async () => {
  site = await serveSite(SITE);
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE, hasConsented: true });
  tab = await extension.openTab(site.url('course.test', '/first.html'));
  await allowSite(extension, tab);
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('an article of eighteen paragraphs', () => {
  it('is kept when it is read', async () => {
    await visit('read');
    await readPage(tab, { timeScale: TIME_SCALE });
    await leave();
    const kept = await occurrencesOf('read');
    expect(kept.length).toBeGreaterThanOrEqual(PARAGRAPHS - 1);
    for (const { dwellMs, requiredMs, expectedMs } of kept) {
      expect(dwellMs).toBeGreaterThanOrEqual(requiredMs);
      expect(requiredMs).toBeCloseTo(expectedMs * 0.4);
    }
  });

  it('is not kept when it is skimmed at five times the speed', async () => {
    // Slow enough that what the browser needs from screen to screen does not look like reading.
    await extension.changeSettings({ readingTimeScale: SLOW_TIME_SCALE });
    await visit('skimmed');
    await readPage(tab, { timeScale: SLOW_TIME_SCALE * 5 });
    await leave();
    expect((await occurrencesOf('skimmed')).length).toBeLessThanOrEqual(1);
    await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  });

  it('is read again when the learner goes back to its beginning', async () => {
    await visit('read');
    await readPage(tab, { timeScale: TIME_SCALE });
    await tab.keyboard.press('Home');
    await tab.waitForFunction(() => scrollY === 0);
    await readPage(tab, { timeScale: TIME_SCALE, maxScreens: 1 });
    await leave();
    const kept = await occurrencesOf('read');
    expect(kept.filter(({ rereads }) => rereads === 1).length).toBeGreaterThan(0);
    expect(kept.filter(({ rereads }) => rereads === 0).length).toBeGreaterThan(PARAGRAPHS / 3);
    expect(kept.every(({ readCount }) => readCount === 2)).toBe(true);
  });
});
