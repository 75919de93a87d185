import { browser } from 'wxt/browser';
import type { SourceTabs, TabPlace } from '@/lib/app/ports/source-tabs';
import { redactAddress } from '@/lib/domain/privacy/redact';
import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import { isSameSite } from '@/lib/domain/reading/site';
import type { WantedSource } from '@/lib/domain/reading/wanted-source';
import { runInPage } from './page-scripts';
import { listTabs } from './tabs';

/** The tabs of this browser. How to talk to the page in one is the caller's matter. */
export function createSourceTabs({
  pending,
  ask,
}: {
  readonly pending: SourceTabs['pending'];
  readonly ask: (tabId: number, wanted: WantedSource) => Promise<boolean>;
}): SourceTabs {
  return {
    pending,
    findPage: async (url) => (await listTabs()).find((tab) => tab.url && keptAddress(tab.url) === url)?.id,
    open: openAddress,
    openBeside,
    isLoaded: async (tabId) => (await openTab(tabId))?.status === 'complete',
    bringToFront,
    mark: async (tabId, wanted, address) => {
      const answers = await runInPage('/source-mark.js', { tabId, frameId: 0 });
      // Asked last, since the page may have been left for another meanwhile.
      const shown = await openTab(tabId);
      return answers.length > 0 && isSameSite(shown?.url ?? '', address) && ask(tabId, wanted);
    },
  };
}

/** The address under which the page would be kept. */
function keptAddress(address: string): string | undefined {
  const url = canonicalUrl(address);
  return url && redactAddress(url);
}

/** Calls back when a page has loaded in a tab, or failed to. To be called in the worker's first turn. */
export function onPageLoaded(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') listener(tabId);
  });
}

async function openTab(tabId: number) {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return undefined;
  }
}

async function openAddress(address: string, place: TabPlace = 'in-front'): Promise<number | undefined> {
  if (place === 'here') return (await browser.tabs.update({ url: absolute(address) }))?.id;
  return (await browser.tabs.create({ url: address, active: place === 'in-front' })).id;
}

/** A tab that shows a page of the web would take the address for one of its site. */
function absolute(address: string): string {
  return URL.canParse(address) ? address : new URL(address, browser.runtime.getURL('/')).href;
}

async function openBeside(tabId: number, url: string): Promise<void> {
  const { index, windowId, active } = await browser.tabs.get(tabId);
  await browser.tabs.create({ url, index: index + 1, windowId, active, openerTabId: tabId });
}

async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
