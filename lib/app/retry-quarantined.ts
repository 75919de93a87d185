import type { EpochMs } from '@/lib/domain/shared/clock';
import type { JobQueue } from './ports/job-queue';

interface RetryPorts {
  readonly queue: Pick<JobQueue, 'retryQuarantined'>;
  /** Tells the rest of the extension that there is work. */
  readonly announce: () => Promise<unknown>;
}

/** Takes up again whatever was given up, and says how much it was. */
export async function retryQuarantined({ queue, announce }: RetryPorts, now: EpochMs): Promise<number> {
  const count = await queue.retryQuarantined(now);
  if (count > 0) await announce();
  return count;
}
