/** Time that a slice of work may take before the page gets its turn, in milliseconds. Well under a long task of 50 ms. */
const SLICE_MS = 12;

export interface SliceOptions {
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Resolves when the page had its turn. */
  readonly breathe: () => Promise<void>;
  readonly isCancelled: () => boolean;
}

export interface SlicedWork<Item> {
  readonly items: readonly Item[];
  /** Time spent, breaths not counted, in milliseconds. */
  readonly spentMs: number;
}

/** Runs a generator in short slices and collects what it yields, apart from `undefined`. Ends early when cancelled. */
export async function runInSlices<Item>(
  work: Iterator<Item | undefined, void>,
  { now, breathe, isCancelled }: SliceOptions,
): Promise<SlicedWork<Item>> {
  const items: Item[] = [];
  let spentMs = 0;
  while (!isCancelled()) {
    const start = now();
    let step = work.next();
    while (!step.done && now() - start < SLICE_MS) {
      if (step.value !== undefined) items.push(step.value);
      step = work.next();
    }
    spentMs += now() - start;
    if (step.done) break;
    if (step.value !== undefined) items.push(step.value);
    await breathe();
  }
  return { items, spentMs };
}

/** Gives way to the page until it is idle, half a second at most. */
export function breatheUntilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 0);
  });
}
