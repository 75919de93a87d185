import type { OpenTab, ReaderHost } from './ports/reader-host';
import type { SettingsStore } from './ports/settings';
import type { SiteAccess, SiteState } from './ports/site-access';
import { readingInstruction } from './reading-instruction';
import { siteState } from './site-state';

export interface ReaderPorts {
  readonly readers: ReaderHost;
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
  readonly settings: Pick<SettingsStore, 'read'>;
}

/**
 * Brings every open tab into line with what the learner allows now: readers start, stop or learn a new time scale, pages
 * that have no reader yet get one, and icons say so. It asks for the outcome, not for what changed, so it may run at any time and
 * after any number of missed events.
 */
export async function keepReadersInStep(ports: ReaderPorts): Promise<void> {
  await ports.readers.registerForGrantedSites();
  const tabs = await ports.readers.tabs();
  await Promise.all(tabs.map((tab) => bringIntoLine(ports, tab)));
}

/** Makes every reader begin a new visit, after everything it reported was erased. */
export async function restartReaders(ports: ReaderPorts): Promise<void> {
  const tabs = await ports.readers.tabs();
  await Promise.all(tabs.map((tab) => ports.readers.instruct(tab.id, { active: false })));
  await keepReadersInStep(ports);
}

/** Shows at the icon what happens in a tab. */
export async function showTabState(ports: ReaderPorts, tab: OpenTab): Promise<void> {
  await ports.readers.show(tab.id, await stateOfTab(ports, tab));
}

async function stateOfTab({ sites, settings }: ReaderPorts, tab: OpenTab): Promise<SiteState> {
  const isAllowed = tab.url !== undefined && (await sites.isAllowed(tab.url));
  return siteState(tab.url, isAllowed, await settings.read());
}

async function bringIntoLine(ports: ReaderPorts, tab: OpenTab): Promise<void> {
  const state = await stateOfTab(ports, tab);
  await ports.readers.show(tab.id, state);
  const instruction = readingInstruction(tab.url, state, await ports.settings.read());
  const isPresent = await ports.readers.instruct(tab.id, instruction);
  const isReadable = state === 'reading' || state === 'paused';
  if (!isPresent && isReadable) await ports.readers.inject(tab.id);
}
