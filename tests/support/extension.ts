import { existsSync } from 'node:fs';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Settings } from '@/lib/app/ports/settings';
import type { TableRows } from '@/lib/storage/schema';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from './browser-launch';
import type { NetworkRequest } from './network-log';
import { controlServiceWorker } from './service-worker';
import { readTable } from './study-tables';
import { openToolbarPopup } from './toolbar-popup';
import { until } from './until';

export interface LaunchedExtension {
  readonly id: string;
  readonly context: BrowserContext;
  /** A page of the extension in which nothing runs, for doing what its pages could do. It stays in the background. */
  readonly inspector: Page;
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
  /** Match patterns of the sites that the learner has allowed. */
  allowedOrigins(): Promise<string[]>;
  /** As the pages of the extension would store it. */
  changeSettings(change: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser and returns every request that it made, whoever asked; only where `logsNetwork` was asked for. */
  closeAndListRequests(): Promise<readonly NetworkRequest[]>;
}

declare const chrome: Pick<typeof browser, 'permissions' | 'storage'>;

/** Settings have a key each in `storage.local`. */
function prefix(change: Partial<Settings>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).map(([name, value]) => [`settings.${name}`, value]));
}

async function firstServiceWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** A new profile is greeted by the welcome page, which would come in front of whatever is opened first. */
async function closeWelcomePage(context: BrowserContext): Promise<void> {
  const find = async () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
  const page = await until(find, (found) => found !== undefined);
  await page?.close();
}

/** A page of the extension in which nothing runs, for looking into its storage. It stays in the background. */
async function openInspector(browser: LaunchedBrowser): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  return page;
}

/** Starts headless Chromium with the built extension. Every site can be granted by a real click, none is yet. */
export async function launchExtension(options: LaunchOptions = {}): Promise<LaunchedExtension> {
  const isNew = options.profileDir === undefined || !existsSync(options.profileDir);
  const browser = await launchBrowser(options);
  const { context, extensionId, profileDir, session } = browser;
  const worker = await firstServiceWorker(context);
  const inspector = await openInspector(browser);
  if (isNew) await closeWelcomePage(context);
  const workerControl = await controlServiceWorker(inspector);
  const openTab = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    id: extensionId,
    context,
    inspector,
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
    waitForTable: (table, wanted, timeoutMs) => until(() => readTable(inspector, table), wanted, timeoutMs),
    allowedOrigins: () => inspector.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []),
    changeSettings: (change) =>
      inspector.evaluate((stored) => chrome.storage.local.set(stored), prefix(change)),
    close: browser.close,
    closeAndListRequests: browser.closeAndListRequests,
  };
}
