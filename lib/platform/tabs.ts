import { browser } from 'wxt/browser';
import type { OpenTab } from '@/lib/app/ports/reader-host';
import type { CurrentPage } from '@/lib/app/ports/site-access';
import { siteOf } from '@/lib/domain/reading/site';

/** All tabs; the browser hides the address of those that we may not read. */
export async function listTabs(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) => (id === undefined ? [] : [{ id, url }]));
}

/** The page in front of the learner. Its address is visible when the site is allowed or the learner just clicked our icon. */
export async function currentPage(): Promise<CurrentPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url;
  const isReadable = url !== undefined && siteOf(url) !== undefined;
  return { tabId: tab?.id, url, origin: isReadable ? new URL(url).origin : undefined };
}

/** Calls back with a tab that came to the front or whose page changed. To be called in the worker's first turn. */
export function onTabShown(listener: (tab: OpenTab) => void): void {
  browser.tabs.onActivated.addListener(({ tabId }) => {
    browser.tabs.get(tabId).then(
      (tab) => listener({ id: tabId, url: tab.url }),
      () => undefined, // The tab closed meanwhile.
    );
  });
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status !== undefined || change.url !== undefined) listener({ id: tabId, url: tab.url });
  });
}

export async function openWelcomePage(): Promise<void> {
  await browser.tabs.create({ url: 'welcome.html' });
}

/** Calls back after the extension was installed or updated, which leaves open pages without a reader of this version. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(listener);
}

/** Calls back after the extension came to this browser for the first time. */
export function onFirstInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}
