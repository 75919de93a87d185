import { FILE_ORIGIN } from '@/lib/domain/reading/file-address';
import type { ReadingReport } from '@/lib/domain/reading/model';
import type { Clock } from '@/lib/domain/shared/clock';
import { failure, type Result } from '@/lib/domain/shared/result';
import { fileReadingState } from './file-reading-state';
import type { ReadingReceipt, ReadingStore } from './ports/reading-store';
import type { SettingsStore } from './ports/settings';
import { prepareReading } from './prepare-reading';

export interface FileCapturePorts {
  readonly readings: ReadingStore;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** SHA-256 as hex digits. */
  readonly hash: (text: string) => Promise<string>;
  readonly now: Clock;
}

/** A file that the learner opened. */
export interface ReadFile {
  /** `pdf:` and the SHA-256 of its bytes. */
  readonly url: string;
  readonly name: string;
}

export type FileCaptureRefusal = 'no-consent' | 'paused' | 'queue-full' | 'disk-full';

/** Stores what was read of a file: the same file is the same page, whatever it is called. Reporting it again changes nothing. */
export async function captureFileReading(
  ports: FileCapturePorts,
  report: ReadingReport,
  file: ReadFile,
): Promise<Result<ReadingReceipt, FileCaptureRefusal>> {
  const at = ports.now();
  const refusal = await refusalFor(ports, at);
  if (refusal !== undefined) return failure(refusal);
  const page = { url: file.url, fileName: file.name };
  const reading = await prepareReading(report, page, { origin: FILE_ORIGIN, at, hash: ports.hash });
  // The learner may have paused while the passages were prepared.
  const lateRefusal = await refusalFor(ports, at);
  if (lateRefusal !== undefined) return failure(lateRefusal);
  const recorded = await ports.readings.record(reading);
  if (!recorded.ok) await ports.readings.noteRefusal(FILE_ORIGIN, recorded.error, at);
  return recorded;
}

async function refusalFor(
  { readings, settings }: FileCapturePorts,
  at: number,
): Promise<'no-consent' | 'paused' | undefined> {
  const state = fileReadingState(await settings.read());
  if (state === 'reading') return undefined;
  await readings.noteRefusal(FILE_ORIGIN, state, at);
  return state;
}
