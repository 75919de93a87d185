import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { LaunchedExtension } from './extension';

const COURSE = resolve(import.meta.dirname, '../fixtures/course');

export interface PrintedPage {
  readonly bytes: Buffer;
  /** Paragraphs of the page that was printed, in order. */
  readonly paragraphs: readonly string[];
}

/** A page of the course as Chromium prints it, with fonts of its own, on small paper, so that paragraphs run over its pages. */
export async function printCoursePage(context: BrowserContext, name: string, css = ''): Promise<PrintedPage> {
  const page = await context.newPage();
  await page.setContent(readFileSync(resolve(COURSE, name), 'utf8'));
  if (css !== '') await page.addStyleTag({ content: css });
  const paragraphs = await page.locator('p').allTextContents();
  const bytes = await page.pdf({
    format: 'A5',
    outline: true,
    tagged: true,
    displayHeaderFooter: true,
    margin: { top: '20mm', bottom: '40mm', left: '12mm', right: '12mm' },
  });
  await page.close();
  return { bytes, paragraphs };
}

/** Our PDF reader in a tab in front, ready for a file. */
export async function openPdfReader(extension: LaunchedExtension, query = ''): Promise<Page> {
  const page = await extension.openPage(`pdf-reader.html${query}`);
  await page.bringToFront();
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  return page;
}

/** Chooses a file with the reader's own input. */
export async function choosePdf(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
}

/** Resolves when the first page that is in view is painted and its text lies over it. */
export async function waitForPdf(page: Page): Promise<void> {
  await page.locator('.pdf-page canvas').first().waitFor();
  await page.locator('.text-layer').first().waitFor({ state: 'attached' });
}

/** Drops a file on the page, as from the desktop. */
export async function dropPdf(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.evaluate(
    ({ fileName, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], fileName, { type: 'application/pdf' }));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { fileName: name, bytes: [...buffer] },
  );
}
