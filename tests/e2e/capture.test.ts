import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAPTURE_PAGES } from '../support/capture-pages';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { allowSite } from '../support/learner';
import { readPage } from '../support/reader';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

const TIME_SCALE = 40;

let site: SiteServer;
let extension: LaunchedExtension;
let tab: Page;

const readAlong = (page = tab) => readPage(page, { timeScale: TIME_SCALE });
const visit = (path: string) => tab.goto(site.url('course.test', path));
const texts = async () => (await extension.readTable('passages')).map((row) => row.text);
const waitForText = (start: string) =>
  extension.waitForTable('passages', (rows) => rows.some((row) => row.text.startsWith(start)), 15_000);

/** Rows of a table that belong to one page of the site. */
async function rowsOf<Name extends 'visits' | 'occurrences'>(table: Name, path: string) {
  const page = (await extension.readTable('pages')).find((row) => new URL(row.url).pathname === path);
  return (await extension.readTable(table)).filter((row) => row.pageId === page?.id);
}

beforeAll(async () => {
  site = await serveSite(CAPTURE_PAGES);
  extension = await launchExtension();
  await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  tab = await extension.openTab(site.url('course.test', '/two.html'));
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('before a site is allowed', () => {
  it.each(['pages', 'visits', 'passages', 'occurrences', 'jobs', 'captureLog'] as const)(
    'keeps nothing of it in %s',
    async (table) => {
      await readAlong();
      expect(await extension.readTable(table)).toEqual([]);
    },
  );
});

describe('on an allowed site', () => {
  beforeAll(() => allowSite(extension, tab));

  it('reads the tab that was open already, with headings and anchors', async () => {
    await waitForText('Heat flows');
    await waitForText('Work is energy');
    const occurrences = (await rowsOf('occurrences', '/two.html')).sort((a, b) => a.order - b.order);
    expect(occurrences).toMatchObject([
      { headingPath: ['Heat'], readCount: 1 },
      {
        headingPath: ['Heat', 'Work'],
        anchor: {
          prefix: 'the warm body to the cold body.'.padStart(32),
          exact: 'Work is energy in transit too.',
          suffix: '',
        },
        readCount: 1,
      },
    ]);
  });

  it('has one row for a passage after a reload, a way back and a second tab', async () => {
    const visits = (count: number) =>
      extension.waitForTable(
        'visits',
        (rows) => rows.filter((row) => Object.keys(row.dwellByPassage).length === 2).length === count,
      );
    await tab.reload();
    await visits(2);
    await visit('/hostile.html');
    await tab.goBack();
    await visits(3);
    const second = await extension.openTab(site.url('course.test', '/two.html'));
    await visits(4);
    await second.close();
    const stored = await texts();
    expect(new Set(stored).size).toBe(stored.length);
    const occurrences = await rowsOf('occurrences', '/two.html');
    expect(occurrences.map((row) => row.readCount)).toEqual([4, 4]);
  });

  it('keeps markup, code and marks of direction as harmless text', async () => {
    await visit('/hostile.html');
    await waitForText('Before it');
    expect(await texts()).toContain(
      'Before it <img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script> gnirts end of the story.',
    );
  });

  it('reads a form that shadows the tree, and nothing that the learner writes', async () => {
    await visit('/form.html');
    await waitForText('A paragraph in a form');
    expect((await texts()).filter((text) => text.includes('secret'))).toEqual([]);
  });

  it('does not read a page that asks for a password', async () => {
    await visit('/login.html');
    await readAlong();
    await visit('/late.html');
    await waitForText('There from the beginning');
    expect((await texts()).filter((text) => text.includes('Sign in'))).toEqual([]);
  });

  it('reads what a page renders later', async () => {
    await waitForText('Rendered late');
  });

  it('takes another address of a single-page application for another page', async () => {
    await visit('/route.html');
    await waitForText('The first route');
    await tab.evaluate('go()');
    await waitForText('The second route');
    expect(await rowsOf('occurrences', '/route.html')).toHaveLength(1);
    expect(await rowsOf('occurrences', '/route/2')).toHaveLength(1);
  });

  it('takes the time of a person when no scale is set', async () => {
    await extension.changeSettings({ readingTimeScale: 1 });
    await visit('/person.html');
    await waitForText('This sentence is read');
    const [occurrence] = await rowsOf('occurrences', '/person.html');
    expect(occurrence?.dwellMs).toBeGreaterThan(1_500);
    await extension.changeSettings({ readingTimeScale: TIME_SCALE });
  });

  it('leaves the page as it was', async () => {
    const before = (await rowsOf('visits', '/two.html')).length;
    await visit('/two.html');
    await until(
      async () => (await rowsOf('visits', '/two.html')).length,
      (count) => count > before,
    );
    const elsewhere = await extension.openTab(site.url('elsewhere.test', '/two.html'));
    expect(await tab.content()).toBe(await elsewhere.content());
    await elsewhere.close();
  });
});
