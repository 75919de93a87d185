import { redactAddress, redactSecrets } from '@/lib/domain/privacy/redact';
import { refusalFor } from '@/lib/domain/privacy/refusal-list';
import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import { UNCONFIRMED_REASONS, type UnconfirmedReason } from '@/lib/domain/reading/capture-decision';
import type { SelectedText, SelectionReading, SelectionRefusal } from '@/lib/domain/reading/selection';
import { isSameSite, siteOf } from '@/lib/domain/reading/site';
import type { Clock } from '@/lib/domain/shared/clock';
import { failure, type Result } from '@/lib/domain/shared/result';
import type { PlaceInTab, SelectionReader } from './ports/page-scripts';
import type { ReadingStore } from './ports/reading-store';
import type { SelectionReceipt, SelectionStore } from './ports/selection-store';
import type { Settings, SettingsStore } from './ports/settings';
import type { SiteAccess } from './ports/site-access';
import { preparePassages } from './prepare-passages';
import { isConfirmed } from './site-state';

export interface LearnPorts {
  readonly selections: Pick<SelectionStore, 'keep'>;
  readonly reader: SelectionReader;
  readonly readings: Pick<ReadingStore, 'noteRefusal'>;
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** SHA-256 as hex digits. */
  readonly hash: (text: string) => Promise<string>;
  readonly now: Clock;
}

/** The learner asked to learn what is selected in a tab. The browser vouches for the addresses. */
export interface LearnRequest extends PlaceInTab {
  readonly tabUrl: string | undefined;
  /** Address of the frame in which it was asked. */
  readonly frameUrl?: string | undefined;
}

export type LearnRefusal =
  | SelectionRefusal
  | UnconfirmedReason
  | 'no-consent'
  /** A page of the browser, a file, or a page that no extension may look into. */
  | 'unreadable'
  /** The selection is in a frame of another site, which the learner has not allowed. */
  | 'other-site'
  | 'queue-full'
  | 'disk-full';

/**
 * Keeps what the learner selected. It is asked for, so it needs no permission for the site and is done while reading along
 * is paused; consent, the list of sites left alone and the pages that are never read hold as everywhere.
 */
export async function learnSelection(
  ports: LearnPorts,
  request: LearnRequest,
): Promise<Result<SelectionReceipt, LearnRefusal>> {
  const settings = await ports.settings.read();
  const refusal = refusalBefore(request, settings);
  if (refusal !== undefined) return refuse(ports, request, refusal);
  const found = chooseSelection(await ports.reader.read(request));
  if (found === undefined)
    return refuse(ports, request, isInOtherSite(request) ? 'other-site' : 'unreadable');
  if (!found.ok) return refuse(ports, request, found.error);
  const reason = await refusalOfPage(ports, found.value, request, settings);
  return reason === undefined ? keep(ports, found.value) : refuse(ports, request, reason);
}

/** What forbids to look at the page at all. */
function refusalBefore({ tabUrl, frameUrl }: LearnRequest, settings: Settings): LearnRefusal | undefined {
  if (!settings.hasConsented) return 'no-consent';
  if (tabUrl === undefined || siteOf(tabUrl) === undefined) return 'unreadable';
  return withheldReason(tabUrl, settings) ?? (frameUrl ? withheldReason(frameUrl, settings) : undefined);
}

function withheldReason(address: string, settings: Settings): UnconfirmedReason | undefined {
  return isConfirmed(address, settings) ? undefined : refusalFor(address);
}

/** The first frame with a selection; else the refusal that says most. */
function chooseSelection(readings: readonly SelectionReading[]): SelectionReading | undefined {
  return (
    readings.find(({ ok }) => ok) ??
    readings.find((reading) => !reading.ok && reading.error !== 'nothing-selected') ??
    readings[0]
  );
}

function isInOtherSite({ tabUrl = '', frameUrl }: LearnRequest): boolean {
  return frameUrl !== undefined && siteOf(frameUrl) !== undefined && !isSameSite(frameUrl, tabUrl);
}

/**
 * A script in a page may say anything. What it says of its address is believed when the browser would let us read there:
 * the site of the tab that the learner pointed at, or one that was allowed. A frame of another site speaks for no other.
 */
async function refusalOfPage(
  { sites }: LearnPorts,
  { url }: SelectedText,
  request: LearnRequest,
  settings: Settings,
): Promise<LearnRefusal | undefined> {
  const { tabUrl = '', frameUrl = '' } = request;
  if (canonicalUrl(url) === undefined) return 'unreadable';
  if (isInOtherSite(request) && !isSameSite(url, frameUrl)) return 'other-site';
  if (!isSameSite(url, tabUrl) && !(await sites.isAllowed(url))) return 'other-site';
  return withheldReason(url, settings);
}

async function keep(
  { selections, hash, now }: LearnPorts,
  { url: address, title, lang, blocks }: SelectedText,
): Promise<Result<SelectionReceipt, 'unreadable' | 'queue-full' | 'disk-full'>> {
  const url = canonicalUrl(address);
  if (url === undefined) return failure('unreadable');
  const { origin } = new URL(url);
  const at = now();
  const chosen = { means: 'selected', dwellMs: 0, requiredMs: 0, expectedMs: 0, rereads: 0 } as const;
  const passages = await preparePassages(
    blocks.map((block) => ({ ...block, ...chosen })),
    { origin, at, hash },
  );
  const keptUrl = redactAddress(url);
  const page = { id: await hash(keptUrl), url: keptUrl, origin, title: redactSecrets(title), lang };
  return selections.keep({ page, passages, at });
}

/** Notes what says something about the page; the other refusals are about what was selected. */
async function refuse(
  { readings, now }: LearnPorts,
  { tabUrl }: LearnRequest,
  refusal: LearnRefusal,
): Promise<Result<never, LearnRefusal>> {
  const reason = LOGGED.find((logged) => logged === refusal);
  if (reason !== undefined && tabUrl !== undefined && siteOf(tabUrl) !== undefined)
    await readings.noteRefusal(new URL(tabUrl).origin, reason, now());
  return failure(refusal);
}

const LOGGED = ['no-consent', 'secret-field', ...UNCONFIRMED_REASONS] as const;
