import 'fake-indexeddb/auto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { createStudyDb } from '@/lib/storage/study-db';
import bread from '../fixtures/bread-pages.json';
import { readAllStores } from '../support/all-stores';
import type { StudyRows } from '../support/course-study';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { PLANTERS, planted } from '../support/planted-study';
import { readPage, waitForReader } from '../support/reader';
import { seedStudy } from '../support/seed-study';
import { type SiteServer, serveSite } from '../support/site-server';

const TIME_SCALE = 200;
const GONE = { host: 'zorvex.test', path: '/zorvex', markers: ['zorvex', '燊犇'] };
const KEPT = { host: 'quimbly.test', path: '/quimbly', markers: ['quimbly', '鱻骉'] };
/** Sites of which the learner has read something before. */
const OTHERS = Array.from({ length: 18 }, (_, index) => `plover${String.fromCharCode(97 + index)}x`);

declare const chrome: Pick<typeof browser, 'storage'>;

let extension: LaunchedExtension;
let site: SiteServer;
let tab: Page;

/** A lesson that says its two markers again and again, where other lessons say dough and 面团. */
function lesson([english = '', chinese = '']: readonly string[]): string {
  const paragraphs = [
    ...bread.en.paragraphs.slice(0, 2).map((text) => `<p>${text.replaceAll('dough', english)}</p>`),
    ...bread.zh.paragraphs.slice(0, 2).map((text) => `<p lang="zh">${text.replaceAll('面团', chinese)}</p>`),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On ${english} and ${chinese}</title></head>
    <body><main><h1>${english} ${chinese}</h1>${paragraphs.join('')}</main></body></html>`;
}

/** The rows that other readings left; none of them waits for the engine. */
async function otherReadings(): Promise<StudyRows> {
  const db = createStudyDb('others');
  const { jobs: _, ...planters } = PLANTERS;
  for (const word of OTHERS)
    for (const plantInto of Object.values(planters)) await plantInto(db, planted(word));
  const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
  await db.delete();
  return Object.fromEntries(rows);
}

async function readSite({ host, path }: typeof GONE): Promise<Page> {
  const page = await extension.openTab(site.url(host, path));
  await allowSite(extension, page);
  await waitForReader(page);
  await readPage(page, { timeScale: TIME_SCALE });
  return page;
}

/** Names of the stores that hold a text. */
function holding(stores: Record<string, string>, text: string): string[] {
  return Object.keys(stores).filter((name) => stores[name]?.includes(text));
}

async function lookIntoStores(): Promise<Record<string, string>> {
  const page = await extension.openPage('manifest.json');
  const stores = await readAllStores(page);
  await page.close();
  return stores;
}

/** What the learner has of the other sites, but for the interests, which are fitted to what is left. */
async function readingOfOthers() {
  const isOther = ({ origin }: { origin: string }) => !origin.includes(GONE.host);
  const pages = (await extension.readTable('pages')).filter(isOther);
  const passages = (await extension.readTable('passages')).filter(isOther);
  const ids = new Set(passages.map(({ id }) => id));
  const exercises = (await extension.readTable('exercises')).filter(({ passageId }) => ids.has(passageId));
  const reviews = await extension.readTable('reviews');
  const occurrences = (await extension.readTable('occurrences')).filter(({ passageId }) =>
    ids.has(passageId),
  );
  const mentions = (await extension.readTable('mentions')).filter(({ passageId }) => ids.has(passageId));
  const texts = passages.map(({ interestId: _, ...passage }) => passage);
  const stems = exercises.map(({ id, stem, key, memory }) => ({ id, stem, key, memory }));
  return { pages, texts, stems, occurrences, mentions, answers: reviews.length };
}

beforeAll(async () => {
  site = await serveSite({
    [GONE.path]: lesson(GONE.markers),
    [KEPT.path]: lesson(KEPT.markers),
  });
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  const dashboard = await extension.openPage('dashboard.html');
  await dashboard.getByRole('heading', { level: 1 }).waitFor();
  await seedStudy(dashboard, await otherReadings());
  await dashboard.close();
  await (await readSite(KEPT)).close();
  tab = await readSite(GONE);
  await extension.waitForTable('jobs', (rows) => rows.length === 0, 100_000);
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('forgetting one of twenty sites', () => {
  let others: Awaited<ReturnType<typeof readingOfOthers>>;

  it('starts from markers of it in many places', async () => {
    const page = await extension.openPage('manifest.json');
    await page.evaluate((marker) => chrome.storage.session.set({ 'source.1': { text: marker } }), 'zorvex');
    await page.close();
    others = await readingOfOthers();
    const stores = await lookIntoStores();
    expect(holding(stores, 'zorvex')).toEqual(
      expect.arrayContaining(
        ['pages', 'passages', 'occurrences', 'concepts', 'mentions', 'words', 'exercises'].map(
          (table) => `gleaner/${table}`,
        ),
      ),
    );
    expect(holding(stores, '燊犇')).toContain('gleaner/exercises');
    expect(holding(stores, 'zorvex')).toContain('storage.session');
    expect(new Set(others.pages.map(({ origin }) => origin)).size).toBe(19);
    expect(others.stems.length).toBeGreaterThan(18);
  });

  it('says what would go, takes it on the second click, and gives a receipt of each kind', async () => {
    const page = await extension.openPage('dashboard.html#/sites');
    await page.getByRole('button', { name: `Forget what was read http://${GONE.host}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^This removes 1 page, \d+ passages, .*exercises?/).waitFor();
    await dialog.getByRole('button', { name: 'Forget all of it' }).click();
    await page.getByText(/^Forgotten: 1 page, \d+ passages/).waitFor();
    await page.getByText('All that went').click();
    const receipt = (await page.getByRole('status').allTextContents()).join();
    expect(receipt).toMatch(
      /1 visit.*passage vectors.*word vectors.*key terms.*mentions of key terms.*of the log/,
    );
    await page.close();
  });

  it('leaves no marker of it in any store of the extension', async () => {
    const stores = await lookIntoStores();
    for (const marker of [...GONE.markers, GONE.host]) expect(holding(stores, marker), marker).toEqual([]);
    for (const marker of [...KEPT.markers, ...OTHERS])
      expect(holding(stores, marker), marker).toContain('gleaner/passages');
  });

  it('finds nothing of it, and everything of the others', async () => {
    const page = await extension.openPage('dashboard.html#/reading');
    const found = page.getByRole('region', { name: 'In the text' });
    const search = async (marker: string) => {
      await page.getByRole('searchbox').fill(marker);
      await page
        .getByRole('status')
        .filter({ hasText: `“${marker}”` })
        .waitFor();
    };
    for (const marker of GONE.markers) {
      await search(marker);
      // Something else may be close to it in meaning.
      if (await found.isVisible()) expect(await found.textContent()).not.toContain(marker);
    }
    for (const marker of KEPT.markers) {
      await search(marker);
      await found.getByRole('listitem').first().getByText(marker).first().waitFor();
    }
    await page.close();
  });

  it('takes nothing of the other nineteen', async () => {
    expect(await readingOfOthers()).toEqual(others);
  });

  it('does not come back from the page that is still open, until it is visited again', async () => {
    await tab.bringToFront();
    await tab.evaluate(() => scrollTo(0, 0));
    await readPage(tab, { timeScale: TIME_SCALE });
    expect(holding(await lookIntoStores(), 'zorvex')).toEqual([]);
    await tab.reload();
    await waitForReader(tab);
    await readPage(tab, { timeScale: TIME_SCALE });
    await extension.waitForTable('pages', (rows) => rows.some(({ url }) => url.includes(GONE.host)));
  });
});
