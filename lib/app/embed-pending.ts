import type { Clock } from '@/lib/domain/shared/clock';
import type { Job } from './job';
import type { EmbeddingStore } from './ports/embedding-store';
import { type Encoder, encoderErrorCode } from './ports/encoder';
import type { JobQueue } from './ports/job-queue';
import { describeError } from './run-jobs';

/** While one hand stores the vectors of its slice, the encoder works on the slice of the other. */
const HANDS = 2;

/** Passages taken at first: enough to find some of like length among them, few enough to be done again after a kill. */
const FIRST_SLICE = 8;
const LARGEST_SLICE = 64;

/** A slice should take about so long: what is captured meanwhile waits for no more than that. */
const SLICE_MS = 1_500;

/** After so long, no more slices are taken. */
const RUN_MS = 10_000;

/** More than an encoder that is replaced in the middle takes; whoever dies earlier gives its jobs back at once. */
const LEASE_MS = 3 * 60_000;

export interface EmbedPorts {
  readonly queue: JobQueue;
  readonly embeddings: EmbeddingStore;
  readonly encoder: Encoder;
  readonly now: Clock;
}

/**
 * Embeds waiting passages, the most urgent first, for some seconds at most. Vectors are stored together with the completion
 * of their jobs, slice by slice. A passage whose embedding failed before is tried alone, so that it cannot take others with
 * it; one that needs too much memory is failed with that reason, and no other.
 *
 * @returns how many jobs were completed or failed for a reason of their own; 0 when none was due
 * @throws whatever else the encoder throws, after giving the jobs back: unharmed when it cannot work at all, as a failed
 * attempt otherwise
 */
export async function embedPending(ports: EmbedPorts, owner: string): Promise<number> {
  const run: Run = { ports, owner, until: ports.now() + RUN_MS, slice: FIRST_SLICE, done: 0, stopped: false };
  const first = await claim(run);
  if (first.length === 0) return 0;
  if (first.some(isSuspect)) {
    await embedSuspects(run, first);
    return run.done;
  }
  const others = first.length < FIRST_SLICE ? 0 : HANDS - 1;
  const hands = [embedOnwards(run, first), ...Array.from({ length: others }, () => embedOnwards(run, []))];
  const ended = await Promise.allSettled(hands);
  for (const hand of ended) if (hand.status === 'rejected') throw hand.reason;
  return run.done;
}

/** What the hands share. */
interface Run {
  readonly ports: EmbedPorts;
  readonly owner: string;
  readonly until: number;
  /** Passages to take next. */
  slice: number;
  done: number;
  stopped: boolean;
}

const isSuspect = (job: Job) => job.attempts > 1;

function claim({ ports, owner, slice }: Run): Promise<Job[]> {
  return ports.queue.claim({ kind: 'embed', owner, limit: slice, leaseMs: LEASE_MS, now: ports.now() });
}

/** One after the other with nothing else under way; those that never failed come together in the end. */
async function embedSuspects(run: Run, jobs: readonly Job[]): Promise<void> {
  const { queue, now } = run.ports;
  const others = jobs.filter((job) => !isSuspect(job));
  const slices = [...jobs.filter(isSuspect).map((job) => [job]), others].filter(({ length }) => length > 0);
  try {
    for (let slice = slices.shift(); slice; slice = slices.shift()) await embedSlice(run, slice);
  } catch (thrown) {
    await queue.release(slices.flat(), now());
    throw thrown;
  }
}

/** One hand: slice after slice until nothing is due, time is up or another hand met an error. */
async function embedOnwards(run: Run, first: readonly Job[]): Promise<void> {
  const { queue, now } = run.ports;
  for (let jobs = first; !run.stopped; jobs = []) {
    if (jobs.length === 0) jobs = now() < run.until ? await claim(run) : [];
    if (jobs.length === 0) return;
    if (jobs.some(isSuspect)) {
      // Nothing may be under way beside a suspect, so it waits for the next run.
      run.stopped = true;
      await queue.release(jobs, now());
      return;
    }
    await embedSlice(run, jobs);
  }
}

async function embedSlice(run: Run, jobs: readonly Job[]): Promise<void> {
  const { now } = run.ports;
  const startedAt = now();
  try {
    await embedAndComplete(run.ports, jobs);
    run.done += jobs.length;
    run.slice = nextSlice(jobs.length, run.slice, now() - startedAt);
  } catch (thrown) {
    if (jobs.length > 1 && encoderErrorCode(thrown) === 'out-of-memory')
      for (const job of jobs) await embedSlice(run, [job]);
    else await giveBack(run, jobs, thrown);
  }
}

async function giveBack(run: Run, jobs: readonly Job[], thrown: unknown): Promise<void> {
  const { queue, now } = run.ports;
  const code = encoderErrorCode(thrown);
  if (code === 'out-of-memory') {
    run.done += jobs.length;
    await queue.fail(jobs, describeError(thrown), now());
    return;
  }
  run.stopped = true;
  // An encoder that failed twice over these passages may have failed because of one of them.
  if (code && code !== 'engine-failed') await queue.release(jobs, now());
  else await queue.fail(jobs, describeError(thrown), now());
  throw thrown;
}

async function embedAndComplete(
  { embeddings, encoder, now }: EmbedPorts,
  jobs: readonly Job[],
): Promise<void> {
  const passages = await embeddings.textsOf(jobs.map((job) => job.ref));
  const texts = passages.map((passage) => passage.text);
  const urgency = jobs.some((job) => job.lane === 'view') ? 'view' : 'backlog';
  const vectors = await encoder.encode(texts, 'passage', { urgency });
  const byPassage = new Map(
    passages.flatMap(({ id }, i) => {
      const vector = vectors[i];
      return vector ? [[id, vector] as const] : [];
    }),
  );
  await embeddings.complete(jobs, byPassage, now());
}

/** A slice waits for those of the other hands, so its own share of the time it took is one in `HANDS`. */
function nextSlice(taken: number, planned: number, durationMs: number): number {
  const fitting = Math.round((taken * SLICE_MS * HANDS) / Math.max(1, durationMs));
  return Math.max(1, Math.min(LARGEST_SLICE, 2 * planned, fitting));
}
