import { redactAddress, redactSecrets } from '@/lib/domain/privacy/redact';
import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import type { ReadingReport } from '@/lib/domain/reading/model';
import type { Clock } from '@/lib/domain/shared/clock';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import type { ReadingInstruction } from './ports/reader-host';
import type { ReadingReceipt, ReadingStore } from './ports/reading-store';
import type { SettingsStore } from './ports/settings';
import type { SiteAccess } from './ports/site-access';
import { preparePassages } from './prepare-passages';
import { readingInstruction } from './reading-instruction';
import { refusedReason, siteState } from './site-state';

export interface CapturePorts {
  readonly readings: ReadingStore;
  readonly sites: Pick<SiteAccess, 'isAllowed'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** SHA-256 as hex digits. */
  readonly hash: (text: string) => Promise<string>;
  readonly now: Clock;
}

export type CaptureRefusal = 'sender-refused' | 'site-not-allowed' | 'paused' | 'queue-full';

/**
 * Whether a page may be read now, and how fast its reader reads. The address is what the page says of itself, the origin
 * what the browser vouches for, so both must agree.
 */
export async function openReading(
  ports: CapturePorts,
  address: string,
  senderOrigin: string,
): Promise<Result<ReadingInstruction, CaptureRefusal>> {
  const refusal = await refusalFor(ports, address, senderOrigin);
  if (refusal !== undefined && refusal !== 'paused') return failure(refusal);
  const state = refusal === undefined ? 'reading' : refusal;
  const speed = await ports.readings.readingSpeed();
  return success(readingInstruction(address, state, await ports.settings.read(), speed));
}

/** Stores what was read of a page. Reporting it again changes nothing. */
export async function captureReading(
  ports: CapturePorts,
  { visit, blocks }: ReadingReport,
  senderOrigin: string,
): Promise<Result<ReadingReceipt, CaptureRefusal>> {
  const refusal = await refusalFor(ports, visit.url, senderOrigin);
  const url = canonicalUrl(visit.url);
  if (refusal !== undefined || url === undefined) return failure(refusal ?? 'sender-refused');
  const at = ports.now();
  // Visits whose addresses differ only in a token are visits of one page.
  const keptUrl = redactAddress(url);
  const pageId = await ports.hash(keptUrl);
  const read = blocks.map((block) => ({ ...block, means: 'read' as const }));
  const passages = await preparePassages(read, { origin: senderOrigin, at, hash: ports.hash });
  // The learner may have paused or taken back the site while the passages were prepared.
  const lateRefusal = await refusalFor(ports, visit.url, senderOrigin);
  if (lateRefusal !== undefined) return failure(lateRefusal);
  const recorded = await ports.readings.record({
    page: {
      id: pageId,
      url: keptUrl,
      origin: senderOrigin,
      title: redactSecrets(visit.title),
      lang: visit.lang,
    },
    // The page is part of the id, so that an address that changes under a visit begins another one.
    totals: {
      id: `${visit.visitId}:${pageId}`,
      activeMs: visit.activeMs,
      scrollShare: visit.scrollShare,
      at,
    },
    passages,
  });
  if (!recorded.ok) await ports.readings.noteRefusal(senderOrigin, recorded.error, at);
  return recorded;
}

async function refusalFor(
  ports: CapturePorts,
  address: string,
  senderOrigin: string,
): Promise<CaptureRefusal | undefined> {
  const url = canonicalUrl(address);
  if (url === undefined || new URL(url).origin !== senderOrigin) return 'sender-refused';
  const isAllowed = await ports.sites.isAllowed(senderOrigin);
  const settings = await ports.settings.read();
  if (siteState(url, isAllowed, settings) === 'reading') return undefined;
  const reason = refusedReason(url, isAllowed, settings);
  await ports.readings.noteRefusal(senderOrigin, reason, ports.now());
  return reason === 'paused' ? 'paused' : 'site-not-allowed';
}
