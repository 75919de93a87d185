import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Job } from '@/lib/app/job';
import { accessibilityBreaches } from '../support/axe';
import { buildCourseStudy } from '../support/course-study';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { seedStudy } from '../support/seed-study';

type Suggestion = { readonly content: string; readonly description: string };

/** Events of an extension can be raised by itself, by a method that the browser's documentation leaves out. */
declare const chrome: Pick<typeof browser, 'tabs'> & {
  readonly omnibox: {
    readonly [Name in 'onInputChanged' | 'onInputEntered']: { dispatch(...args: unknown[]): void };
  } & Pick<typeof browser.omnibox, 'setDefaultSuggestion'>;
};

const LESSONS = ['en-photosynthesis-html', 'zh-guanghe-zuoyong-html'];

let extension: LaunchedExtension;
let page: Page;

const search = () => page.getByRole('searchbox');
const passages = () => page.getByRole('region', { name: 'In the text' }).getByRole('listitem');

/** The beginnings of two lessons about one subject, one in each language, read on a device whose engine has not seen them yet. */
function freshReading(now: number) {
  const { pages = [], passages = [], occurrences = [], interests = [] } = buildCourseStudy(now);
  const hash = (id: string) => createHash('sha256').update(id).digest('hex');
  const places = occurrences.filter(({ pageId, order }) => LESSONS.includes(pageId) && order < 6);
  const read = passages.filter(({ id }) => places.some(({ passageId }) => passageId === id));
  return {
    interests,
    pages: pages.filter(({ id }) => LESSONS.includes(id)),
    passages: read.map((passage) => ({ ...passage, id: hash(passage.id) })),
    occurrences: places.map((place) => {
      const passageId = hash(place.passageId);
      return { ...place, passageId, id: `${place.pageId}:${passageId}` };
    }),
    jobs: read.map(({ id }) => waitingJob(`embed:${hash(id)}`, hash(id), now)),
  };
}

function waitingJob(id: string, ref: string, now: number): Job {
  return {
    id,
    kind: 'embed',
    ref,
    lane: 'view',
    state: 'pending',
    revision: 1,
    attempts: 0,
    notBefore: 0,
    leaseUntil: 0,
    owner: '',
    createdAt: now,
  };
}

beforeAll(async () => {
  extension = await launchExtension();
  await extension.changeSettings({ uiLanguage: 'en' });
  page = await extension.openPage('dashboard.html#/reading');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seedStudy(page, freshReading(Date.now()));
  await page.reload();
  // A question starts the engine, which then works through what waits.
  await search().fill('chlorophyll');
  await extension.waitForTable('jobs', (rows) => rows.every(({ kind }) => kind !== 'embed'));
});

afterAll(() => extension.close());

describe('searching what was read', () => {
  it('finds a passage by its words and one of the other language by its meaning', async () => {
    await search().fill('chlorophyll absorbs light');
    const chinese = passages().filter({ hasText: 'in Chinese' }).filter({ hasText: '光合作用' });
    await chinese.first().waitFor();
    const english = passages().filter({ hasText: /chlorophyll/i });
    await english.first().waitFor();
    expect((await english.first().locator('mark').allTextContents()).join(' ')).toMatch(/chlorophyll/i);
    expect(await accessibilityBreaches(page)).toEqual([]);
  });

  it('is narrowed by filters that the back button and a reload keep', async () => {
    await page.getByLabel('Interest').selectOption({ index: 2 });
    await page.waitForURL(/interest=/);
    await page.getByLabel('Read', { exact: true }).selectOption('today');
    await page.waitForURL(/time=today/);
    await page.goBack();
    await page.waitForURL((url) => !url.hash.includes('time='));
    await page.reload();
    expect(await search().inputValue()).toBe('chlorophyll absorbs light');
    expect(await page.getByLabel('Interest').inputValue()).not.toBe('');
    await page.getByRole('button', { name: 'All filters off' }).first().click();
    await passages().filter({ hasText: '光合作用' }).first().waitFor();
  });

  it('leads to the passage, and no longer once it is forgotten', async () => {
    const first = passages().first();
    const text = (await first.locator('.reading-text').textContent()) ?? '';
    await search().press('ArrowDown');
    await first.getByRole('link').click();
    await page.waitForFunction(() => document.activeElement?.matches('.kept-passage--wanted'));
    await page
      .locator('.kept-passage--wanted')
      .getByRole('button', { name: /^Forget passage/ })
      .click();
    await page.getByRole('button', { name: 'Forget the passage' }).click();
    await page.getByText(/^Forgotten: 1 passage/).waitFor();
    await page.getByRole('link', { name: 'All you have read' }).click();
    await passages().first().waitFor();
    await passages().filter({ hasText: text }).waitFor({ state: 'detached' });
  });
});

describe('the address bar', () => {
  it('suggests after the worker was stopped, and leads to the search without a word in the address', async () => {
    await extension.stopServiceWorker();
    const worker = await extension.serviceWorker();
    const suggestions = await worker.evaluate(
      () =>
        new Promise<Suggestion[]>((resolve) => {
          chrome.omnibox.onInputChanged.dispatch('photosynthesis', resolve);
        }),
    );
    expect(suggestions).toHaveLength(5);
    expect(suggestions[0]?.description).toContain('<match>');
    // The browser parses this as it parses suggestions, and refuses what is not well formed.
    await worker.evaluate(
      async (descriptions) => {
        for (const description of descriptions) await chrome.omnibox.setDefaultSuggestion({ description });
      },
      suggestions.map(({ description }) => description),
    );
    await expect(
      worker.evaluate(() => chrome.omnibox.setDefaultSuggestion({ description: '<match>a & b' })),
    ).rejects.toThrow();
    const opened = extension.context.waitForEvent('page');
    await worker.evaluate(() => chrome.omnibox.onInputEntered.dispatch('red light', 'newForegroundTab'));
    const found = await opened;
    await found.getByText(/for “red light”/).waitFor();
    expect(new URL(found.url()).hash).toBe('#/reading');
    await found.close();
  });
});
