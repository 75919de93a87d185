import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRows } from '@/lib/storage/schema';
import { type LaunchedExtension, launchExtension } from '../support/extension';
import {
  choosePdf,
  openPdfReader,
  type PrintedPage,
  printCoursePage,
  waitForPdf,
} from '../support/pdf-pages';
import { writePdf } from '../support/pdf-writer';
import { readPage } from '../support/reader';
import { pageOf, typeset } from '../support/typeset';

const TIME_SCALE = 40;
let extension: LaunchedExtension;

beforeAll(async () => {
  extension = await launchExtension({ logsNetwork: true });
  await extension.changeSettings({ hasConsented: true, readingTimeScale: TIME_SCALE });
});

afterAll(async () => {
  const requests = await extension.closeAndListRequests();
  expect(requests.filter(({ initiator }) => initiator?.startsWith('chrome-extension://'))).toEqual([]);
});

type Read = readonly { readonly occurrence: TableRows['occurrences']; readonly text: string }[];

/** What is kept of the file of that name, in its order. */
async function readOf(fileName: string): Promise<Read> {
  const [file] = (await extension.readTable('pages')).filter((page) => page.fileName === fileName);
  const texts = new Map((await extension.readTable('passages')).map(({ id, text }) => [id, text]));
  const occurrences = await extension.readTable('occurrences');
  return occurrences
    .filter(({ pageId }) => pageId === file?.id)
    .sort((a, b) => a.order - b.order)
    .map((occurrence) => ({ occurrence, text: texts.get(occurrence.passageId) ?? '' }));
}

describe.each([
  {
    lang: 'en',
    name: 'bees',
    title: 'How bees tell each other where the food is',
    heading: 'Direction',
    css: 'main { columns: 2; text-align: justify; hyphens: auto } h1 { column-span: all }',
  },
  { lang: 'zh', name: 'tea', title: '同一片茶叶，怎么会有六种茶', heading: '杀青', css: '' },
] as const)('a printed course page in $lang, read with the wheel', ({ lang, name, title, heading, css }) => {
  let printed: PrintedPage;
  let read: Read;

  beforeAll(async () => {
    printed = await printCoursePage(extension.context, `${name}.html`, css);
    const reader = await openPdfReader(extension);
    await choosePdf(reader, `${name}.pdf`, printed.bytes);
    await waitForPdf(reader);
    await readPage(reader, { timeScale: TIME_SCALE });
    await extension.waitForTable('passages', (rows) => rows.filter((row) => row.lang === lang).length > 0);
    await reader.close();
    read = await readOf(`${name}.pdf`);
  });

  it('keeps every paragraph whole, though lines, columns and pages break them', () => {
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    const all = squeeze(read.map(({ text }) => text).join(''));
    for (const paragraph of printed.paragraphs) expect(all).toContain(squeeze(paragraph));
    const sentence = lang === 'zh' ? /[。！？]$/ : /[.!?]$/;
    expect(read.filter(({ text }) => !sentence.test(text))).toEqual([]);
  });

  it('knows the page and the headings of each, and drops what is printed at the edges', () => {
    const pages = read.map(({ occurrence }) => occurrence.filePage ?? 0);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(new Set(pages).size).toBeGreaterThan(1);
    expect(read.some(({ occurrence }) => occurrence.headingPath.join() === [title, heading].join())).toBe(
      true,
    );
    expect(read.filter(({ text }) => /about:blank|\d\/\d/.test(text))).toEqual([]);
  });

  it('leaves one page without an address, and one visit', async () => {
    const pages = (await extension.readTable('pages')).filter(({ fileName }) => fileName === `${name}.pdf`);
    expect(pages).toMatchObject([{ origin: 'pdf:', title, lang }]);
    expect(pages[0]?.url).toMatch(/^pdf:[0-9a-f]{64}$/);
    const visits = (await extension.readTable('visits')).filter(({ pageId }) => pageId === pages[0]?.id);
    expect(visits).toHaveLength(1);
  });
});

describe('what was read in files', () => {
  it('becomes exercises that say on which page', async () => {
    await extension.waitForTable('jobs', (rows) => rows.length === 0);
    const exercises = await extension.readTable('exercises');
    const passages = new Map((await extension.readTable('passages')).map((row) => [row.id, row]));
    expect(new Set(exercises.map((row) => row.lang))).toEqual(new Set(['en', 'zh']));
    for (const { source, passageId } of exercises)
      expect(passages.get(passageId)?.text).toContain(source.sentence);
  });

  it('is listed under its title in the overview, and leads back to the file and page', async () => {
    const [, wanted] = await readOf('bees.pdf');
    const page = wanted?.occurrence.filePage;
    const overview = await extension.openPage('dashboard.html#/reading');
    await overview.getByRole('link', { name: 'How bees tell each other where the food is' }).click();
    await overview
      .getByRole('link', { name: `Page ${page}`, exact: true })
      .first()
      .click();
    await overview.getByText(`to go on at page ${page}.`).filter({ hasText: 'bees.pdf' }).waitFor();
    await overview.close();
  });

  it('is not doubled when the file is opened again, and is marked when the learner comes back to it', async () => {
    const text = 'Bees see the polarisation of light.';
    const file = writePdf({
      title: 'A note',
      pages: [pageOf([]), pageOf([]), pageOf(typeset(text, { top: 90 }))],
    });
    const open = async (name: string, query = '') => {
      const reader = await openPdfReader(extension, query);
      await choosePdf(reader, name, file);
      await waitForPdf(reader);
      return reader;
    };
    for (const name of ['note.pdf', 'note (1).pdf']) {
      const reader = await open(name);
      await reader.keyboard.press('End');
      await extension.waitForTable('pages', (rows) => rows.some(({ fileName }) => fileName === name));
      await reader.close();
    }
    const [page, ...doubles] = (await extension.readTable('pages')).filter(({ title }) => title === 'A note');
    const occurrences = await extension.readTable('occurrences');
    const kept = occurrences.filter(({ pageId }) => pageId === page?.id);
    expect(doubles).toEqual([]);
    expect(kept).toMatchObject([{ readCount: 2, filePage: 3 }]);

    const address = `?file=${page?.url.slice('pdf:'.length)}&passage=${kept[0]?.passageId}`;
    const reader = await open('renamed.pdf', address);
    const marked = reader.locator('.text-layer__block--marked');
    await marked.waitFor();
    expect(await marked.textContent()).toBe(text);
    await expect
      .poll(() => marked.evaluate((block) => block.getBoundingClientRect().bottom))
      .toBeLessThan(800);
    await choosePdf(
      reader,
      'other.pdf',
      writePdf({ pages: [pageOf(typeset('Another file.', { top: 90 }))] }),
    );
    await reader.getByText('This is another file than').waitFor();
    await reader.close();
  });
});
