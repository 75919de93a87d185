import { type Result, success } from '@/lib/domain/shared/result';
import { type CapturePorts, type CaptureRefusal, openReading } from './capture-reading';
import type { FrameDocument, ReaderHost } from './ports/reader-host';

export interface BeginPorts extends CapturePorts {
  readonly readers: Pick<ReaderHost, 'startReader'>;
}

/**
 * Starts a reader in a frame whose scout found something to read, if the learner lets it.
 *
 * @param address what the page says of itself
 * @param senderOrigin what the browser vouches for
 * @returns whether a reader is on its way
 */
export async function beginReading(
  ports: BeginPorts,
  address: string,
  senderOrigin: string,
  frame: FrameDocument,
): Promise<Result<boolean, CaptureRefusal>> {
  const opened = await openReading(ports, address, senderOrigin);
  if (!opened.ok) return opened;
  return success(opened.value.active && (await ports.readers.startReader(frame)));
}
