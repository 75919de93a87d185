import { type WalkOptions, walkBlocks } from '@/lib/capture/blocks/block-walker';
import { createDwellTracker } from '@/lib/capture/dwell-tracker';
import { ReadingProgress } from '@/lib/domain/reading/reading-progress';
import { AVERAGE_SPEED } from '@/lib/domain/reading/reading-speed';
import { blocksIn, type ListedBlock, listBlock } from './listed-blocks';

/** The blocks of the page that this runs in. */
export function listBlocks(options: WalkOptions = {}): ListedBlock[] {
  return blocksIn(document.body, options).map(listBlock);
}

/**
 * Milliseconds of the longest step of a walk through the page that this runs in. Of several walks, each step counts as in
 * the one that it was fastest in, since other work on the machine only ever slows one down.
 */
export function longestStepMs(rounds: number): number {
  const fastest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const walk = walkBlocks(document.body);
    for (let step = 0, isDone = false; !isDone; step += 1) {
      const start = performance.now();
      isDone = walk.next().done === true;
      fastest[step] = Math.min(fastest[step] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
  return fastest.reduce((longest, durationMs) => Math.max(longest, durationMs), 0);
}

/**
 * Reads along in the page that this runs in: the texts that a look of ten seconds at it gives time to, as it stands in the
 * window now.
 */
export async function textsInView(options: WalkOptions = {}): Promise<string[]> {
  let now = 0;
  const tracker = createDwellTracker({
    now: () => now,
    isPageVisible: () => true,
    isIdle: () => false,
    windowSpan: () => ({ top: 0, bottom: innerHeight }),
  });
  const watched = blocksIn(document.body, options).map((block) => ({
    ...block,
    progress: new ReadingProgress(block.text, block.kind, { speed: AVERAGE_SPEED, timeScale: 1 }),
  }));
  for (const each of watched) tracker.watch(each);
  // The browser reports what intersects after it has drawn the page.
  await new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
  );
  for (let second = 0; second < 10; second += 1) {
    now += 1_000;
    tracker.sample();
  }
  tracker.clear();
  return watched.filter(({ progress }) => progress.dwellMs > 0).map(({ text }) => text);
}
