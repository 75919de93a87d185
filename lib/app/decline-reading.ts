import { failure, type Result, success } from '@/lib/domain/shared/result';
import { type CapturePorts, type CaptureRefusal, openReading } from './capture-reading';

/**
 * Notes that a reader leaves a page alone because the page asks for a secret. What it had not handed in is gone with it.
 *
 * @param address what the page says of itself
 * @param senderOrigin what the browser vouches for
 */
export async function declineReading(
  ports: CapturePorts,
  address: string,
  senderOrigin: string,
): Promise<Result<null, CaptureRefusal>> {
  const opened = await openReading(ports, address, senderOrigin);
  if (!opened.ok) return failure(opened.error);
  if (opened.value.active) await ports.readings.noteRefusal(senderOrigin, 'secret-field', ports.now());
  return success(null);
}
