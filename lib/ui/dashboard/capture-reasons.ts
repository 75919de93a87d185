import { FILE_ORIGIN } from '@/lib/domain/reading/file-address';
import type { CaptureMeans, Occurrence, Passage } from '@/lib/domain/reading/model';
import type { EpochMs } from '@/lib/domain/shared/clock';

/** Why a passage was kept, as far as it is known. */
export interface CaptureReasons {
  readonly means: CaptureMeans;
  /** The learner's time that it was given and time from which it counted as read, in whole seconds; absent where unmeasured. */
  readonly given?: { readonly seconds: number; readonly neededSeconds: number };
  readonly visits: number;
  readonly lastReadAt: EpochMs;
  readonly keptAt: EpochMs;
  /** Page of the file that it stands on. */
  readonly filePage?: number;
  /** What it was kept from: a file that the learner opened, a text that was brought in, a site that is allowed, or was then. */
  readonly from: 'file' | 'import' | 'allowed-site' | 'former-site';
}

export function captureReasons(
  { passage, occurrence }: { readonly passage: Passage; readonly occurrence: Occurrence },
  isAllowed: boolean,
): CaptureReasons {
  const { means, dwellMs, requiredMs, readCount, lastReadAt, filePage } = occurrence;
  const isFile = passage.origin === FILE_ORIGIN;
  const site = isAllowed ? 'allowed-site' : 'former-site';
  const from = means === 'imported' ? 'import' : isFile ? 'file' : site;
  return {
    means,
    ...(requiredMs > 0 && {
      given: { seconds: wholeSeconds(dwellMs), neededSeconds: wholeSeconds(requiredMs) },
    }),
    visits: readCount,
    lastReadAt,
    keptAt: passage.createdAt,
    ...(filePage !== undefined && { filePage }),
    from,
  };
}

function wholeSeconds(durationMs: number): number {
  return Math.max(1, Math.round(durationMs / 1_000));
}
