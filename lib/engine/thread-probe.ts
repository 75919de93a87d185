import type { ThreadProbe } from '@/lib/app/ports/engine-status';
import { padTokens } from './batching';
import type { EncoderRuntime } from './encoder-runtime';

/** More threads than this gained nothing on models of this size. */
const MOST_THREADS = 4;

const TRIAL_RUNS = 3;
const TRIAL_TOKENS = 128;

/** Numbers of threads worth trying on this device; only an isolated context may have more than one. */
export function threadCandidates(isolated: boolean, cores: number): number[] {
  const most = isolated ? Math.min(MOST_THREADS, cores) : 1;
  return most > 1 ? [1, most] : [1];
}

/** The stored choice while it still fits the device. */
export function knownThreads(
  probe: ThreadProbe | undefined,
  candidates: readonly number[],
  cores: number,
): number | undefined {
  if (candidates.length === 1) return candidates[0];
  const fits = probe?.cores === cores && candidates.includes(probe.threads);
  return fits ? probe.threads : undefined;
}

/** Picks the number of threads with the fastest trial. */
export function judgeTrials(batchMs: Readonly<Record<number, number>>, cores: number): ThreadProbe {
  const [fastest] = Object.entries(batchMs).sort(([, a], [, b]) => a - b);
  return { cores, batchMs, threads: Number(fastest?.[0] ?? 1) };
}

/** Fastest of a few runs over a fixed batch, in milliseconds: other work on the machine only ever slows a run down. */
export async function timeBatch(runtime: EncoderRuntime, now: () => number): Promise<number> {
  const tokens = Array.from({ length: TRIAL_TOKENS / 2 }, (_, i) => 1_000 + i);
  const batch = padTokens([tokens, tokens], runtime.padId);
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run <= TRIAL_RUNS; run++) {
    const startedAt = now();
    await runtime.run(batch);
    // The first run warms caches and threads up and does not count.
    if (run > 0) fastest = Math.min(fastest, now() - startedAt);
  }
  return fastest;
}
