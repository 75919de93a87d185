import { openBenchPage } from '@/tests/support/bench-page';

const COLD_STARTS = 3;
const WARM_CAPTURES = 5;
/** The analysis that follows a capture should be through before the next one. */
const REST_MS = 6_000;

export interface CaptureLatency {
  /** Milliseconds of each first passage of a new profile: the engine is not running and its model was never checked. */
  readonly coldMs: readonly number[];
  /** Milliseconds of passages captured while the engine rests. */
  readonly warmMs: readonly number[];
}

/** Time from a passage captured to its vector stored, through background and offscreen document as in the product. */
export async function measureCaptureLatency(texts: readonly string[]): Promise<CaptureLatency> {
  const coldMs: number[] = [];
  const warmMs: number[] = [];
  for (let start = 0; start < COLD_STARTS; start++) {
    const { page, close } = await openBenchPage('tests/bench/capture.page.ts');
    const capture = (i: number) => {
      const text = texts[(start + i) % texts.length] ?? '';
      return page.evaluate<number>(
        `bench.captureAndWait(${JSON.stringify(`captured-${i}`)}, ${JSON.stringify(text)})`,
      );
    };
    try {
      coldMs.push(await capture(0));
      for (let i = 1; start === 0 && i <= WARM_CAPTURES; i++) {
        await page.waitForTimeout(i === 1 ? REST_MS : REST_MS / 6);
        warmMs.push(await capture(i));
      }
    } finally {
      await close();
    }
  }
  return { coldMs, warmMs };
}
