import type { OpenTab, ReaderHost } from './ports/reader-host';
import type { SettingsStore } from './ports/settings';
import type { PageState, SiteAccess, SiteState } from './ports/site-access';
import { siteState } from './site-state';

export interface ReaderPorts {
  readonly readers: ReaderHost;
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
  readonly settings: Pick<SettingsStore, 'read'>;
}

/**
 * Brings every open tab into line with what the learner allows now: scouts and readers ask again what they may do, pages
 * that have none yet get scouts, and icons say so. It asks for the outcome, not for what changed, so it may run at any
 * time and after any number of missed events.
 */
export async function keepReadersInStep(ports: ReaderPorts, startAnew = false): Promise<void> {
  await ports.readers.registerForGrantedSites();
  const tabs = await ports.readers.tabs();
  await Promise.all(tabs.map((tab) => bringIntoLine(ports, tab, startAnew)));
}

/** Makes every reader begin a new visit and drop what it has not handed in, after something that was read was forgotten. */
export function restartReaders(ports: ReaderPorts): Promise<void> {
  return keepReadersInStep(ports, true);
}

/**
 * Shows at the icon what happens in a tab: whether anything in it is read, be it a frame that a page without permission
 * embeds, and otherwise what holds for the page.
 */
export async function showTabState(ports: ReaderPorts, tab: OpenTab): Promise<void> {
  const state = await stateOfTab(ports, tab);
  await ports.readers.show(tab.id, await refineState(ports, tab.id, state));
}

async function refineState({ readers }: ReaderPorts, tabId: number, state: SiteState): Promise<PageState> {
  if (await readers.isReading(tabId)) return 'reading';
  return state === 'reading' && (await readers.isLeftAlone(tabId)) ? 'left-alone' : state;
}

async function stateOfTab({ sites, settings }: ReaderPorts, tab: OpenTab): Promise<SiteState> {
  const isAllowed = tab.url !== undefined && (await sites.isAllowed(tab.url));
  return siteState(tab.url, isAllowed, await settings.read());
}

async function bringIntoLine(ports: ReaderPorts, tab: OpenTab, startAnew: boolean): Promise<void> {
  const state = await stateOfTab(ports, tab);
  // In this order, since a reader that goes on in an embedded frame has the icon say so.
  await ports.readers.show(tab.id, state);
  await ports.readers.announce(tab.id, { startAnew });
  if (state === 'reading') await ports.readers.sendScouts(tab.id);
}
