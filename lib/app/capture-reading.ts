import { redactAddress } from '@/lib/domain/privacy/redact';
import { canonicalUrl } from '@/lib/domain/reading/canonical-url';
import type { ReadingReport } from '@/lib/domain/reading/model';
import type { Clock } from '@/lib/domain/shared/clock';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import type { ReadingInstruction } from './ports/reader-host';
import type { ReadingReceipt, ReadingStore } from './ports/reading-store';
import type { SettingsStore } from './ports/settings';
import type { SiteAccess } from './ports/site-access';
import { prepareReading } from './prepare-reading';
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

export type CaptureRefusal = 'sender-refused' | 'site-not-allowed' | 'paused' | 'queue-full' | 'disk-full';

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
  report: ReadingReport,
  senderOrigin: string,
): Promise<Result<ReadingReceipt, CaptureRefusal>> {
  const { url: address } = report.visit;
  const refusal = await refusalFor(ports, address, senderOrigin);
  const url = canonicalUrl(address);
  if (refusal !== undefined || url === undefined) return failure(refusal ?? 'sender-refused');
  const at = ports.now();
  // Visits whose addresses differ only in a token are visits of one page.
  const page = { url: redactAddress(url) };
  const reading = await prepareReading(report, page, { origin: senderOrigin, at, hash: ports.hash });
  // The learner may have paused or taken back the site while the passages were prepared.
  const lateRefusal = await refusalFor(ports, address, senderOrigin);
  if (lateRefusal !== undefined) return failure(lateRefusal);
  const recorded = await ports.readings.record(reading);
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
  // A site that is not allowed, or no longer, leaves no trace: the learner may have had it forgotten just now.
  if (isAllowed) await ports.readings.noteRefusal(senderOrigin, reason, ports.now());
  return reason === 'paused' ? 'paused' : 'site-not-allowed';
}
