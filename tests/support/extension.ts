import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { TableRows } from '@/lib/storage/schema';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './browser-launch';
import type { NetworkRequest } from './network-log';
import { controlServiceWorker } from './service-worker';
import { readTable } from './study-tables';
import { openToolbarPopup } from './toolbar-popup';

export interface LaunchedExtension {
  readonly id: string;
  readonly context: BrowserContext;
  /** The background worker, started when it is not running. */
  serviceWorker(): Promise<Worker>;
  /** Resolves when the worker is dead; the next event starts it again. */
  stopServiceWorker(): Promise<void>;
  /** Opens a page of the extension (`dashboard.html`) in a tab. */
  openPage(path: string): Promise<Page>;
  /** Opens any address in a tab. */
  openTab(url: string): Promise<Page>;
  /** Clicks the toolbar icon over a page: the real popup, which closes when the page is clicked. */
  openPopup(over: Page): Promise<Page>;
  readTable<Name extends keyof TableRows>(table: Name): Promise<TableRows[Name][]>;
  /** Resolves with the rows once they are as wanted. */
  waitForTable<Name extends keyof TableRows>(
    table: Name,
    wanted: (rows: TableRows[Name][]) => boolean,
    timeoutMs?: number,
  ): Promise<TableRows[Name][]>;
  /** Ends the browser and returns every request that it made, whoever asked. */
  close(): Promise<readonly NetworkRequest[]>;
}

const POLL_MS = 100;
const WAIT_MS = 60_000;

async function firstServiceWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** A page of the extension in which nothing runs, for looking into its storage. It stays in the background. */
async function openInspector(browser: LaunchedBrowser): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  return page;
}

/** Polls, since the database of another process announces nothing to this one. */
async function waitForRows<Row>(
  read: () => Promise<Row[]>,
  wanted: (rows: Row[]) => boolean,
  timeoutMs: number,
): Promise<Row[]> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const rows = await read();
    if (wanted(rows)) return rows;
    if (performance.now() > deadline) throw new Error(`Not as wanted after ${timeoutMs} ms: ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Starts headless Chromium with the built extension. Every site can be granted by a real click, none is yet. */
export async function launchExtension(options: LaunchOptions = {}): Promise<LaunchedExtension> {
  const browser = await launchBrowser(options);
  const { context, extensionId, profileDir, session } = browser;
  const worker = await firstServiceWorker(context);
  const inspector = await openInspector(browser);
  const workerControl = await controlServiceWorker(inspector);
  const openTab = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    id: extensionId,
    context,
    serviceWorker: async () => {
      await workerControl.start();
      return worker;
    },
    stopServiceWorker: workerControl.stop,
    openPage: (path) => openTab(`chrome-extension://${extensionId}/${path}`),
    openTab,
    openPopup: async (over) => {
      await over.bringToFront();
      return openToolbarPopup({ session, profileDir, extensionId, over });
    },
    readTable: (table) => readTable(inspector, table),
    waitForTable: (table, wanted, timeoutMs = WAIT_MS) =>
      waitForRows(() => readTable(inspector, table), wanted, timeoutMs),
    close: browser.close,
  };
}
