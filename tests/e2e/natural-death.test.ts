import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRows } from '@/lib/storage/schema';
import { BUILT_EXTENSION } from '../support/browser-launch';
import { extensionIdOf } from '../support/profile';
import { type SiteServer, serveSite } from '../support/site-server';
import { startStudy } from '../support/study';
import { rowsExpression } from '../support/study-tables';
import { until } from '../support/until';
import { type Evaluate, launchUnwatched, type UnwatchedBrowser } from '../support/unwatched-browser';

const DEMO = resolve(import.meta.dirname, '../../demo');
const HOST = 'course.test';
/** Chromium ends a service worker of an extension after 30 seconds without an event. */
const DEATH_TIMEOUT_MS = 100_000;

describe('a service worker that nobody keeps alive', () => {
  let site: SiteServer;
  let profileDir: string;
  let browser: UnwatchedBrowser;
  let evaluate: Evaluate;

  const rowsOf = <Name extends keyof TableRows>(table: Name) =>
    evaluate<TableRows[Name][]>(rowsExpression(table));
  /** Reads the first screen of an article; resolves with the passages of it once nothing more is to be done with them. */
  async function readFirstScreen(path: string) {
    const before = (await rowsOf('passages')).length;
    const tab = await browser.openTab(site.url(HOST, path));
    const look = async () => {
      // The extension greets this profile as new once more, with a page that comes in front.
      await tab.show();
      return rowsOf('passages');
    };
    const passages = await until(look, (rows) => rows.length > before);
    await tab.close();
    await until(
      () => rowsOf('jobs'),
      (jobs) => jobs.length === 0,
    );
    return passages.length - before;
  }

  beforeAll(async () => {
    profileDir = await mkdtemp(join(await realpath(tmpdir()), 'gleaner-natural-'));
    const study = await startStudy({ content: DEMO, profileDir: join(profileDir, 'profile') });
    await study.end();
    site = await serveSite(DEMO);
    const extensionDir = await realpath(BUILT_EXTENSION);
    browser = launchUnwatched(join(profileDir, 'profile'), extensionDir);
    evaluate = await browser.inspect(`chrome-extension://${extensionIdOf(extensionDir)}/manifest.json`);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  it('is started by what is read, ends by itself, and is started again by what is read next', async () => {
    expect(await readFirstScreen('/en/photosynthesis.html')).toBeGreaterThan(0);
    expect(await browser.countServiceWorkers()).toBe(1);
    await until(
      () => browser.countServiceWorkers(),
      (count) => count === 0,
      DEATH_TIMEOUT_MS,
    );
    expect(await readFirstScreen('/zh/guanghe-zuoyong.html')).toBeGreaterThan(0);
    expect(await browser.countServiceWorkers()).toBe(1);
  });
});
