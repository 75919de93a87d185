import { fileReaderAddress, isFileUrl } from '@/lib/domain/reading/file-address';
import { keptPassageAddress } from '@/lib/domain/reading/kept-passage-address';
import { textFragmentUrl } from '@/lib/domain/reading/text-fragment';
import { type TextSpan, wantedSource } from '@/lib/domain/reading/wanted-source';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import type { SiteAccess } from './ports/site-access';
import type { SourceStore, StoredSource } from './ports/source-store';
import type { PendingSource, SourceTabs } from './ports/source-tabs';

export interface ShowSourcePorts {
  readonly sources: SourceStore;
  readonly tabs: SourceTabs;
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
}

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
 */
export async function showSource(
  ports: ShowSourcePorts,
  { passageId, pageId, sentence }: SourceRequest,
): Promise<Result<null, 'gone'>> {
  const { sources, tabs } = ports;
  const source = await sources.find(passageId, pageId);
  if (source === undefined) return failure('gone');
  const { page } = source;
  if (isFileUrl(page.url)) {
    await tabs.open(fileReaderAddress(page.url, passageId));
    return success(null);
  }
  const pending = { pageId: page.id, passageId, ...(sentence && { sentence }) };
  const shown = await tabs.findPage(page.url);
  if (shown !== undefined) {
    await tabs.pending.put(shown, pending);
    await tabs.bringToFront(shown);
    await markPending(ports, shown);
    return success(null);
  }
  const opened = await tabs.open(addressOf(source, sentence));
  if (opened === undefined) return success(null);
  await tabs.pending.put(opened, pending);
  // A page from the cache may have been there before it was known what for.
  if (await tabs.isLoaded(opened)) await markPending(ports, opened);
  return success(null);
}

/** A page has come into a tab: if a source is to be shown there, it is looked for now. */
export async function markPending(ports: ShowSourcePorts, tabId: number): Promise<void> {
  const { sources, tabs, sites } = ports;
  const pending = await tabs.pending.read(tabId);
  if (pending === undefined) return;
  const source = await sources.find(pending.passageId, pending.pageId);
  const wanted = source && wantedSource(source.passage, source.place, source.beside, pending.sentence);
  if (wanted !== undefined && (await tabs.mark(tabId, wanted))) return;
  await tabs.pending.remove(tabId);
  // Where we may read and are not let in, the browser shows an error page, or the site sent the learner elsewhere.
  if (source !== undefined && (await sites.isAllowed(source.page.url))) await showKept(tabs, tabId, pending);
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

function addressOf({ page, passage, place }: StoredSource, sentence: TextSpan | undefined): string {
  const { text, lang } = passage;
  const [start, end] = sentence ? [sentence.start, sentence.end] : [0, text.length];
  const quote = {
    before: text.slice(0, start) || place.anchor.prefix,
    exact: text.slice(start, end),
    after: text.slice(end),
  };
  return textFragmentUrl(page.url, quote, lang === 'other' ? 'en' : lang);
}
