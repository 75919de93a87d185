/** What a worker has been through so far. */
export interface Wear {
  /** Batches computed since its start. */
  readonly batches: number;
  /** WebAssembly memory that it holds. */
  readonly memoryBytes: number;
}

/** How much a worker may go through before another takes its place. */
export interface WearLimits {
  readonly batches: number;
  /** Growth of the memory since the worker was ready. */
  readonly grownBytes: number;
}

const BYTES_PER_MEGABYTE = 1_048_576;

/** WebAssembly memory never shrinks, and what a runtime loses track of comes back with the worker's end only. */
export const WEAR_LIMITS: WearLimits = { batches: 500, grownBytes: 200 * BYTES_PER_MEGABYTE };

export interface WearGauge {
  /** The first note of a worker that just started is what its growth is measured against. */
  note(wear: Wear): void;
  isWorn(): boolean;
}

/** Follows the wear of one worker. */
export function createWearGauge(limits: WearLimits): WearGauge {
  let first: Wear | undefined;
  let latest: Wear | undefined;
  return {
    note(wear) {
      first ??= wear;
      latest = wear;
    },
    isWorn() {
      if (!first || !latest) return false;
      const grownBytes = latest.memoryBytes - first.memoryBytes;
      return latest.batches >= limits.batches || grownBytes >= limits.grownBytes;
    },
  };
}
