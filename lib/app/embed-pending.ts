import type { Clock } from '@/lib/domain/shared/clock';
import type { Job } from './job';
import type { EmbeddingStore } from './ports/embedding-store';
import { type Encoder, encoderErrorCode } from './ports/encoder';
import type { JobQueue } from './ports/job-queue';
import { describeError } from './run-jobs';

/** Passages taken at a time: enough to find some of like length among them, few enough to be done again after a kill. */
const SLICE = 16;

const LEASE_MS = 60_000;

interface EmbedPorts {
  readonly queue: JobQueue;
  readonly embeddings: EmbeddingStore;
  readonly encoder: Encoder;
  readonly now: Clock;
}

/**
 * Embeds the next few waiting passages and stores their vectors together with the completion of their jobs.
 *
 * @returns how many jobs were completed; 0 when none was due
 * @throws whatever the encoder throws, after giving the jobs back: unharmed when it cannot work at all, as a failed
 * attempt otherwise
 */
export async function embedPending(
  { queue, embeddings, encoder, now }: EmbedPorts,
  owner: string,
): Promise<number> {
  const claimed = await queue.claim({ kind: 'embed', owner, limit: SLICE, leaseMs: LEASE_MS, now: now() });
  const jobs = await isolateSuspects(claimed, (others) => queue.release(others, now()));
  if (jobs.length === 0) return 0;
  try {
    const passages = await embeddings.textsOf(jobs.map((job) => job.ref));
    const texts = passages.map((passage) => passage.text);
    const vectors = await encoder.encode(texts, 'passage');
    const byPassage = new Map(
      passages.flatMap(({ id }, i) => {
        const vector = vectors[i];
        return vector ? [[id, vector] as const] : [];
      }),
    );
    await embeddings.complete(jobs, byPassage, now());
    return jobs.length;
  } catch (thrown) {
    if (encoderErrorCode(thrown)) await queue.release(jobs, now());
    else await queue.fail(jobs, describeError(thrown), now());
    throw thrown;
  }
}

/** A passage that failed before is tried alone, so that it cannot take others with it. */
async function isolateSuspects(
  jobs: readonly Job[],
  giveBack: (jobs: readonly Job[]) => Promise<void>,
): Promise<readonly Job[]> {
  if (jobs.every((job) => job.attempts === 1)) return jobs;
  await giveBack(jobs.slice(1));
  return jobs.slice(0, 1);
}
