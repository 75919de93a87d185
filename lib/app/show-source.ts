import { importIdOf } from '@/lib/domain/imports/model';
import { fileReaderAddress, isFileUrl } from '@/lib/domain/reading/file-address';
import { fragmentQuote } from '@/lib/domain/reading/fragment-quote';
import { keptPassageAddress } from '@/lib/domain/reading/kept-passage-address';
import { textFragmentUrl } from '@/lib/domain/reading/text-fragment';
import { type TextSpan, wantedSource } from '@/lib/domain/reading/wanted-source';
import type { Clock } from '@/lib/domain/shared/clock';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import type { SiteAccess } from './ports/site-access';
import type { SourceStore, StoredSource } from './ports/source-store';
import type { PendingSource, SourceTabs, TabPlace } from './ports/source-tabs';

export interface ShowSourcePorts {
  readonly sources: SourceStore;
  readonly tabs: SourceTabs;
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
  readonly now: Clock;
}

/** Somebody who waited longer than this has gone on to something else. */
const PATIENCE_MS = 60_000;

export interface SourceRequest {
  readonly passageId: string;
  /** The page that is meant when the passage stands on several. */
  readonly pageId?: string;
  /** The sentence that is meant, in UTF-16 units of the passage. */
  readonly sentence?: TextSpan;
}

/**
 * Shows a passage where it was read. The browser itself scrolls to an unchanged text on any site; on sites that we may read,
 * the passage is looked for and marked once the page is there, also when the page has changed meanwhile.
 *
 * @param place where the learner wants it; left out, a tab that shows the page already is as good as a new one
 */
export async function showSource(
  ports: ShowSourcePorts,
  { passageId, pageId, sentence }: SourceRequest,
  place?: TabPlace,
): Promise<Result<null, 'gone'>> {
  const { sources, tabs } = ports;
  const source = await sources.find(passageId, pageId);
  if (source === undefined) return failure('gone');
  const { page } = source;
  if (importIdOf(page.url) !== undefined) {
    await tabs.open(keptPassageAddress(page.id, passageId, 'kept'), place);
    return success(null);
  }
  if (isFileUrl(page.url)) {
    await tabs.open(fileReaderAddress(page.url, passageId), place);
    return success(null);
  }
  const shown = place === undefined ? await tabs.findPage(page.url) : undefined;
  if (shown !== undefined) await tabs.bringToFront(shown);
  const tabId = shown ?? (await tabs.open(addressOf(source, sentence), place));
  if (tabId === undefined) return success(null);
  const openedAt = ports.now();
  const pending = { pageId: page.id, passageId, ...(sentence && { sentence }), openedAt, isAsked: false };
  await tabs.pending.put(tabId, pending);
  // The page may have been there all along, or before it was known what for.
  if (await tabs.isLoaded(tabId)) await ask(ports, tabId, pending);
  return success(null);
}

/** A page has come into a tab. If a source is to be shown there, it is looked for now; a second page is another one. */
export async function findInLoadedPage(ports: ShowSourcePorts, tabId: number): Promise<void> {
  const { pending } = ports.tabs;
  const source = await pending.read(tabId);
  if (source?.isAsked) await pending.remove(tabId);
  else if (source !== undefined) await ask(ports, tabId, source);
}

/** After the background worker died: pages that may not have heard what to look for are asked again. */
export async function resumeSources(ports: ShowSourcePorts): Promise<void> {
  const { pending, isLoaded } = ports.tabs;
  for (const tabId of await pending.tabIds()) {
    const source = await pending.read(tabId);
    if (source === undefined || ports.now() - source.openedAt > PATIENCE_MS) await pending.remove(tabId);
    else if (await isLoaded(tabId)) await ask(ports, tabId, source);
  }
}

async function ask(ports: ShowSourcePorts, tabId: number, pending: PendingSource): Promise<void> {
  const { sources, tabs, sites } = ports;
  const source = await sources.find(pending.passageId, pending.pageId);
  await tabs.pending.put(tabId, { ...pending, isAsked: true });
  if (source !== undefined && (await mark(tabs, tabId, source, pending.sentence))) return;
  await tabs.pending.remove(tabId);
  // Where we may read and are not let in, the browser shows an error page, or the site sent the learner elsewhere.
  if (source !== undefined && (await sites.isAllowed(source.page.url))) await showKept(tabs, tabId, pending);
}

function mark(
  tabs: SourceTabs,
  tabId: number,
  { page, passage, place, beside }: StoredSource,
  sentence: TextSpan | undefined,
): Promise<boolean> {
  return tabs.mark(tabId, wantedSource(passage, place, beside, sentence), page.url);
}

/** The page said whether it has the passage. When it has not, the passage is shown as it was kept. */
export async function concludeSource(
  { tabs }: Pick<ShowSourcePorts, 'tabs'>,
  tabId: number,
  found: boolean,
): Promise<void> {
  const pending = await tabs.pending.read(tabId);
  if (pending === undefined) return;
  await tabs.pending.remove(tabId);
  if (!found) await showKept(tabs, tabId, pending);
}

function showKept(tabs: SourceTabs, tabId: number, { pageId, passageId }: PendingSource): Promise<void> {
  return tabs.openBeside(tabId, keptPassageAddress(pageId, passageId, 'changed'));
}

function addressOf({ page, passage }: StoredSource, sentence: TextSpan | undefined): string {
  const lang = passage.lang === 'other' ? 'en' : passage.lang;
  return textFragmentUrl(page.url, fragmentQuote(passage, sentence), lang);
}
