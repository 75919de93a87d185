import type { Clock } from '@/lib/domain/shared/clock';
import type { Job, JobKind } from './job';
import { isEncoderUnavailable } from './ports/encoder';
import type { JobQueue } from './ports/job-queue';

/** Performs a job and completes it in the transaction that writes its results. */
export type JobWork = (job: Job) => Promise<void>;

/** Long enough for a large refit; a worker that dies earlier gives its jobs back at once. */
const LEASE_MS = 5 * 60_000;

/**
 * Performs the next due job, trying the kinds in their order.
 *
 * @returns the job, done or failed; absent when none was due
 * @throws EncoderError when the engine cannot work at all; the job is given back unharmed
 */
export async function runNextJob(
  { queue, now }: { queue: JobQueue; now: Clock },
  work: Partial<Record<JobKind, JobWork>>,
  owner: string,
): Promise<Job | undefined> {
  for (const [kind, perform] of Object.entries(work) as [JobKind, JobWork][]) {
    const [job] = await queue.claim({ kind, owner, limit: 1, leaseMs: LEASE_MS, now: now() });
    if (!job) continue;
    try {
      await perform(job);
    } catch (thrown) {
      if (isEncoderUnavailable(thrown)) {
        await queue.release([job], now());
        throw thrown;
      }
      await queue.fail([job], describeError(thrown), now());
    }
    return job;
  }
  return undefined;
}

/** One line for the row of a failed job. */
export function describeError(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
