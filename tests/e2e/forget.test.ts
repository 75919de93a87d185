import 'fake-indexeddb/auto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const TIME_SCALE = 40;
const GONE = { host: 'zorvex.test', markers: ['zorvex', '燊犇'] };
const KEPT = { host: 'quimbly.test', markers: ['quimbly', '鱻骉'] };
/** Sites of which the learner has read something before. */
const OTHERS = Array.from({ length: 18 }, (_, index) => `plover${String.fromCharCode(97 + index)}x`);

let extension: LaunchedExtension;
let site: SiteServer;
let tab: Page;

/** A lesson whose two markers stand in every paragraph, as terms of it. */
function lesson([english = '', chinese = '']: readonly string[]): string {
  const paragraphs = [
    ...bread.en.paragraphs.map((text) => `<p>${text} The ${english} of a dough shows in its crumb.</p>`),
    ...bread.zh.paragraphs.map((text) => `<p lang="zh">${text}面包师把这种变化称为${chinese}发酵。</p>`),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On ${english} and ${chinese}</title></head>
    <body><main><h1>${english}</h1>${paragraphs.join('')}</main></body></html>`;
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

async function readSite({ host }: typeof GONE): Promise<Page> {
  const page = await extension.openTab(site.url(host, `/${host}`));
  await allowSite(extension, page);
  await waitForReader(page);
  await readPage(page, { timeScale: TIME_SCALE });
  return page;
}

/** How often each store holds a text, those that do not hold it left out. */
async function countIn(text: string): Promise<Record<string, number>> {
  const page = await extension.openPage('manifest.json');
  const stores = Object.entries(await readAllStores(page));
  await page.close();
  const counts = stores.map(([name, held]) => [name, held.split(text).length - 1] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

beforeAll(async () => {
  site = await serveSite({
    [`/${GONE.host}`]: lesson(GONE.markers),
    [`/${KEPT.host}`]: lesson(KEPT.markers),
  });
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  const dashboard = await extension.openPage('dashboard.html');
  await dashboard.getByRole('heading', { level: 1 }).waitFor();
  await seedStudy(dashboard, await otherReadings());
  await dashboard.close();
  await (await readSite(KEPT)).close();
  tab = await readSite(GONE);
  await extension.waitForTable('jobs', (rows) => rows.length === 0);
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('forgetting one of twenty sites', () => {
  const before = new Map<string, Record<string, number>>();

  it('starts from markers of it in many places', async () => {
    for (const marker of [...GONE.markers, ...KEPT.markers, ...OTHERS])
      before.set(marker, await countIn(marker));
    const stores = Object.keys(before.get('zorvex') ?? {});
    for (const table of ['pages', 'passages', 'occurrences', 'concepts', 'words', 'exercises'])
      expect(stores).toContain(`gleaner/${table}`);
    expect(before.get('燊犇')?.['gleaner/passages']).toBeGreaterThan(0);
    expect(OTHERS.every((marker) => Object.keys(before.get(marker) ?? {}).length > 8)).toBe(true);
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
    for (const marker of [...GONE.markers, GONE.host]) expect(await countIn(marker), marker).toEqual({});
  });

  it('finds nothing of it, and everything of the others', async () => {
    const page = await extension.openPage('dashboard.html#/reading');
    const search = page.getByRole('searchbox');
    for (const marker of GONE.markers) {
      await search.fill(marker);
      await page.getByText(`Nothing you read has “${marker}”`).waitFor();
    }
    for (const marker of KEPT.markers) {
      await search.fill(marker);
      await page.getByText(new RegExp(`passages? with “${marker}”`)).waitFor();
    }
    await page.close();
  });

  it('takes nothing of the other nineteen but cached words, which are made again', async () => {
    for (const marker of [...KEPT.markers, ...OTHERS]) {
      const { 'gleaner/words': _, localStorage: __, ...kept } = before.get(marker) ?? {};
      expect(await countIn(marker), marker).toMatchObject(kept);
    }
  });

  it('does not come back from the page that is still open, until it is visited again', async () => {
    await tab.bringToFront();
    await readPage(tab, { timeScale: TIME_SCALE });
    await tab.evaluate(() => scrollTo(0, 0));
    await readPage(tab, { timeScale: TIME_SCALE });
    expect(await countIn('zorvex')).toEqual({});
    await tab.reload();
    await waitForReader(tab);
    await readPage(tab, { timeScale: TIME_SCALE });
    await extension.waitForTable('pages', (rows) => rows.some(({ url }) => url.includes(GONE.host)));
  });
});
