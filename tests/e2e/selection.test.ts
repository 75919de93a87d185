import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pageEn from '@/lib/ui/locales/en/page.json';
import pageZh from '@/lib/ui/locales/zh/page.json';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { badgeOver, chooseLearn, letIn, pressLearn, selectAll, selectBetween } from '../support/learn-click';
import { pressInNotice, waitForNotice } from '../support/page-notice';
import { SELECTION_PAGES } from '../support/selection-pages';
import { type SiteServer, serveSite } from '../support/site-server';
import { until } from '../support/until';

let site: SiteServer;
let extension: LaunchedExtension;
let page: Page;

const KEPT = pageEn.kept.one;
const texts = async () => (await extension.readTable('passages')).map(({ text }) => text);
const open = async (path: string, host = 'course.test') => {
  await page.goto(site.url(host, path));
  await letIn(extension, page);
};
const waitForText = (text: string) =>
  extension.waitForTable('passages', (rows) => rows.some((row) => row.text === text), 10_000);

beforeAll(async () => {
  site = await serveSite(SELECTION_PAGES);
  extension = await launchExtension();
  await extension.changeSettings({ hasConsented: true, uiLanguage: 'en' });
  page = await extension.openTab(site.url('course.test', '/heat.html'));
});

afterAll(async () => {
  await extension.close();
  await site.close();
});

describe('learning a selection on a site that was not allowed', () => {
  it('needs a click: without one the browser lets nobody in', async () => {
    await selectAll(page, '#first');
    await chooseLearn(extension, page);
    await until(
      () => badgeOver(extension),
      (text) => text === '!',
    );
    expect(await texts()).toEqual([]);
  });

  it('keeps the selected parts of blocks with headings and surroundings, and counts no visit', async () => {
    await open('/heat.html');
    await selectBetween(page, '#first', '#code');
    await chooseLearn(extension, page);
    await waitForNotice(page, pageEn.kept.other.replace('{count}', '3'));
    const occurrences = (await extension.readTable('occurrences')).sort((a, b) => a.order - b.order);
    const passages = await extension.readTable('passages');
    const kept = occurrences.map(({ passageId }) => passages.find(({ id }) => id === passageId));
    expect(kept.map((passage) => [passage?.kind, passage?.text])).toEqual([
      ['prose', 'Heat flows from the warm body to the cold body, never back.'],
      ['prose', expect.stringMatching(/^The change of entropy is dS\s?=\s?δQ\/T for a reversible step\.$/)],
      ['code', 'def entropy(heat, temperature):\n    return heat / temperature'],
    ]);
    expect(kept[1]?.formulas).toMatchObject([{ tex: 'dS = \\delta Q / T' }]);
    expect(occurrences[0]).toMatchObject({
      headingPath: ['Thermodynamics', 'Heat'],
      anchor: {
        prefix: expect.stringContaining('zeroth law'),
        suffix: expect.stringContaining('The change'),
      },
      means: 'selected',
      readCount: 0,
      dwellMs: 0,
    });
    expect(await extension.readTable('visits')).toEqual([]);
    expect(await extension.readTable('pages')).toMatchObject([{ activeMs: 0, title: 'Heat and work' }]);
    expect(await extension.allowedOrigins()).toEqual([]);
    await extension.waitForTable('vectorChunks', (rows) => rows.length > 0);
  });

  it('keeps it once, and says so', async () => {
    await chooseLearn(extension, page);
    await waitForNotice(page, pageEn.known);
    expect(await texts()).toHaveLength(3);
  });

  it('keeps a part of a sentence by the shortcut, and takes it back', async () => {
    await page.evaluate(() => {
      const node = document.querySelector('#last')?.firstChild;
      if (node) getSelection()?.setBaseAndExtent(node, 5, node, 44);
    });
    await pressLearn(extension);
    await waitForNotice(page, KEPT);
    await waitForText('is energy in transit, as heat itself is');
    await pressInNotice(page, 'Undo');
    await waitForNotice(page, pageEn['undo-done']);
    expect(await texts()).toHaveLength(3);
    expect(await extension.readTable('occurrences')).toHaveLength(3);
    expect((await extension.readTable('jobs')).filter(({ kind }) => kind === 'embed')).toEqual([]);
  });

  it('works while reading is paused, in frames of the site and in shadow roots', async () => {
    await extension.changeSettings({ paused: true });
    await open('/frames.html');
    const inner = page.frames().find((frame) => frame.url().includes('inner'));
    if (inner === undefined) throw new Error('No frame');
    await selectAll(inner, 'p');
    await chooseLearn(extension, page, inner);
    await waitForText('The entropy of the universe tends to a maximum, said Clausius.');
    const pages = await extension.readTable('pages');
    expect(pages.map(({ url }) => new URL(url).pathname)).toContain('/frames.html');
    await page.evaluate(() => {
      const paragraph = document.querySelector('#host')?.shadowRoot?.querySelector('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    await chooseLearn(extension, page);
    await waitForText('Boltzmann counted the states of a gas.');
    await extension.changeSettings({ paused: false });
  });
});

describe('what is never learned', () => {
  let before: number;

  beforeEach(async () => {
    before = (await texts()).length;
  });

  it.each([
    ['a field', () => page.evaluate(() => document.querySelector('input')?.select()), 'learn.editable'],
    ['a text that is being written', () => selectAll(page, '#editable'), 'learn.editable'],
    ['what is written in an editor of code', () => selectAll(page, '#editor'), 'learn.editable'],
    ['what is written within the selection', () => selectAll(page, '#around'), 'learn.too-short'],
    ['a single word', () => selectAll(page, '#word'), 'learn.too-short'],
    ['nothing', () => page.evaluate(() => getSelection()?.removeAllRanges()), 'learn.nothing-selected'],
  ] as const)('%s', async (_name, select, notice) => {
    await open('/controls.html');
    await select();
    await chooseLearn(extension, page);
    await waitForNotice(page, pageEn[notice]);
    expect(await texts()).toHaveLength(before);
  });

  it('a page that asks for a password', async () => {
    await open('/login.html');
    await selectAll(page, 'p');
    await chooseLearn(extension, page);
    await waitForNotice(page, pageEn['learn.secret-field']);
    expect(await texts()).toHaveLength(before);
    const log = await extension.readTable('captureLog');
    expect(log.at(-1)).toMatchObject({ decision: 'refused', reason: 'secret-field' });
  });

  it('a frame of another site', async () => {
    await open('/foreign.html');
    const foreign = page.frames().find((frame) => frame.url().includes('elsewhere.test'));
    if (foreign === undefined) throw new Error('No frame');
    await selectAll(foreign, 'p');
    await chooseLearn(extension, page, foreign);
    await waitForNotice(page, pageEn['learn.other-site']);
    expect(await texts()).toHaveLength(before);
  });

  it('a private host, until the learner confirms it', async () => {
    await open('/heat.html', '127.0.0.1');
    await selectAll(page, '#first');
    await chooseLearn(extension, page);
    await waitForNotice(page, pageEn['learn.withheld']);
    expect(await texts()).toHaveLength(before);
    await extension.changeSettings({ confirmedSites: ['http://127.0.0.1'] });
    await chooseLearn(extension, page);
    await waitForNotice(page, KEPT);
  });

  it('anything before the learner has agreed: the introduction is opened instead', async () => {
    await extension.changeSettings({ hasConsented: false });
    await open('/chinese.html');
    await selectAll(page, 'p');
    const welcome = extension.context.waitForEvent('page');
    await chooseLearn(extension, page);
    expect((await welcome).url()).toContain('welcome.html');
    expect(await texts()).toHaveLength(before);
    await (await welcome).close();
    await extension.changeSettings({ hasConsented: true });
  });
});

it('speaks the language of the learner, goes on Escape, and stops nothing in the page', async () => {
  await extension.changeSettings({ uiLanguage: 'zh' });
  await open('/chinese.html');
  await selectAll(page, 'p');
  await chooseLearn(extension, page);
  await waitForNotice(page, pageZh.kept.other.replace('{count}', '1'));
  await waitForText('熵增原理指出，孤立系统的熵永不减少。');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.documentElement.children.length === 2);
  expect(await page.evaluate(() => document.title)).toBe('heard Escape');
});
