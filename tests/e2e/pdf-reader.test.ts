import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityBreaches } from '../support/axe';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import { choosePdf, dropPdf, openPdfReader, printCoursePage, waitForPdf } from '../support/pdf-pages';
import { writePdf } from '../support/pdf-writer';
import { pageOf, typeset } from '../support/typeset';

const TIME_SCALE = 40;
const DANCE = 'A honeybee that has found a rich patch of flowers returns to the hive and dances on the comb.';
const TEA = '绿茶、红茶和乌龙茶可以来自同一株茶树，决定茶类的主要不是品种，而是采摘以后的加工工艺。';

const chapter = (page: number) => [
  ...typeset(`${page} Chapter ${page}`, { top: 90, size: 16 }),
  ...typeset(`This is chapter ${page}. ${DANCE}`, { top: 130 }),
];
const BOOK = writePdf({
  title: 'A book about bees',
  pages: Array.from({ length: 12 }, (_, index) => pageOf(chapter(index + 1))),
});
const CHINESE = writePdf({ title: '六种茶', pages: [pageOf(typeset(TEA, { top: 120, indent: 20 }))] });
const PROTECTED = writePdf({ title: 'Exam', password: 'hive', pages: [pageOf(typeset(DANCE, { top: 90 }))] });
const SCAN = writePdf({ pages: [pageOf([])] });

let extension: LaunchedExtension;
let reader: Page;

beforeAll(async () => {
  extension = await launchExtension();
});

beforeEach(async () => {
  await extension.changeSettings({
    ...{ hasConsented: true, readingTimeScale: TIME_SCALE },
    ...{ paused: false, pausedOrigins: [], uiLanguage: 'en', theme: 'light' },
  });
  reader = await openPdfReader(extension);
});

afterEach(() => reader.close());
afterAll(() => extension.close());

const textOf = (page: Page, number: number) =>
  page
    .locator('.pdf-page')
    .nth(number - 1)
    .locator('.text-layer');
const field = () => reader.getByRole('textbox', { name: 'Page' });

describe('opening a file', () => {
  it('works by keyboard alone', async () => {
    const [chooser] = await Promise.all([
      reader.waitForEvent('filechooser'),
      reader.getByLabel('Choose a PDF').press('Enter'),
    ]);
    await chooser.setFiles({ name: 'bees.pdf', mimeType: 'application/pdf', buffer: BOOK });
    await waitForPdf(reader);
    expect(await reader.title()).toBe('A book about bees · Gleaner');
  });

  it('works by dropping it, one after the other', async () => {
    await dropPdf(reader, 'bees.pdf', BOOK);
    await reader.getByRole('heading', { level: 1, name: 'A book about bees' }).waitFor();
    await dropPdf(reader, 'tea.pdf', CHINESE);
    await reader.getByRole('heading', { level: 1, name: '六种茶' }).waitFor();
  });

  it('reads Chinese in a font that the file does not bring', async () => {
    await choosePdf(reader, 'tea.pdf', CHINESE);
    await waitForPdf(reader);
    expect((await textOf(reader, 1).textContent())?.replace(/\s/g, '')).toBe(TEA);
    const [passage] = await extension.waitForTable('passages', (rows) =>
      rows.some(({ lang }) => lang === 'zh'),
    );
    expect(passage).toMatchObject({ kind: 'prose', origin: 'pdf:' });
  });

  it.each([
    ['a page with another name', Buffer.from('<!doctype html><p>Not found</p>'), 'It is not a PDF'],
    ['half of a file', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog'), 'damaged or incomplete'],
  ])('says what is wrong with %s', async (_, bytes, words) => {
    await choosePdf(reader, 'thesis.pdf', bytes);
    await reader.getByRole('alert').filter({ hasText: words }).waitFor();
    await choosePdf(reader, 'bees.pdf', BOOK);
    await waitForPdf(reader);
  });

  it('asks for the password of a protected one', async () => {
    await choosePdf(reader, 'exam.pdf', PROTECTED);
    await reader.getByLabel('Password of the file').fill('honey');
    await reader.keyboard.press('Enter');
    await reader.getByText('That is not the password').waitFor();
    await reader.getByLabel('Password of the file').fill('hive');
    await reader.keyboard.press('Enter');
    await waitForPdf(reader);
    expect(await textOf(reader, 1).textContent()).toBe(DANCE);
  });

  it('says when there is nothing but pictures', async () => {
    await choosePdf(reader, 'scan.pdf', SCAN);
    await reader.getByText('Nothing to read along here').waitFor();
  });
});

describe('moving through a file', () => {
  beforeEach(async () => {
    await choosePdf(reader, 'bees.pdf', BOOK);
    await waitForPdf(reader);
  });

  it('paints only what is near, and what the learner jumps to', async () => {
    expect(await reader.locator('canvas').count()).toBeLessThan(6);
    await field().fill('11');
    await reader.keyboard.press('Enter');
    await textOf(reader, 11).getByText('11 Chapter 11').waitFor();
    await reader.waitForFunction(() => document.querySelectorAll('canvas').length < 6);
    expect(await textOf(reader, 1).count()).toBe(0);
  });

  it('follows the keys', async () => {
    const at = (page: string) =>
      reader.waitForFunction(
        (wanted) => (document.querySelector('input[inputmode=numeric]') as HTMLInputElement).value === wanted,
        page,
      );
    await reader.keyboard.press('ArrowRight');
    await at('2');
    await reader.keyboard.press('End');
    await at('12');
    await reader.keyboard.press('ArrowLeft');
    await at('11');
    await reader.keyboard.press('Home');
    await at('1');
    const width = () =>
      reader
        .locator('.pdf-page')
        .first()
        .evaluate((page) => page.clientWidth);
    const before = await width();
    await reader.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(before);
    await reader.keyboard.press('-');
    await expect.poll(width).toBe(before);
  });

  it('lets text be selected where it is painted', async () => {
    const [line] = await textOf(reader, 1).locator('span').filter({ hasText: 'This is chapter' }).all();
    const box = await line?.boundingBox();
    if (!box) throw new Error('The line has no place');
    await reader.mouse.move(box.x + 1, box.y + box.height / 2);
    await reader.mouse.down();
    await reader.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
    await reader.mouse.up();
    expect(await reader.evaluate(() => getSelection()?.toString())).toContain('This is chapter 1');
  });
});

describe('a pause', () => {
  it('is shown, and nothing is kept until reading goes on', async () => {
    await extension.changeSettings({ paused: true });
    await reader.getByText('Paused: nothing is kept').waitFor();
    const before = (await extension.readTable('occurrences')).length;
    const file = writePdf({
      title: 'Paused',
      pages: [pageOf(typeset(`While paused: ${DANCE}`, { top: 90 }))],
    });
    await choosePdf(reader, 'paused.pdf', file);
    await waitForPdf(reader);
    // Ten times what this text takes at this pace.
    await reader.waitForTimeout(1_500);
    expect(await extension.readTable('occurrences')).toHaveLength(before);
    await reader.getByRole('button', { name: 'Resume' }).click();
    await extension.waitForTable('occurrences', (rows) => rows.length === before + 1);
  });
});

describe.each([
  { uiLanguage: 'en', theme: 'light', width: 1280 },
  { uiLanguage: 'zh', theme: 'dark', width: 360 },
] as const)('the reader in $uiLanguage, $theme, $width wide', ({ uiLanguage, theme, width }) => {
  it('is accessible and fits its window, in every state', async () => {
    await extension.changeSettings({ uiLanguage, theme });
    await reader.setViewportSize({ width, height: 800 });
    const check = async () => {
      expect(await accessibilityBreaches(reader)).toEqual([]);
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    await choosePdf(reader, 'thesis.pdf', Buffer.from('no'));
    await reader.getByRole('alert').waitFor();
    await check();
    await dropPdf(reader, 'tea.pdf', (await printCoursePage(extension.context, 'tea.html')).bytes);
    await waitForPdf(reader);
    await check();
    await reader.getByRole('button', { name: uiLanguage === 'zh' ? '目录' : 'Contents' }).click();
    await reader.getByRole('dialog').waitFor();
    await check();
  });
});
