import { openBenchPage } from '@/tests/support/bench-page';
import type { LaunchedExtension } from '@/tests/support/extension';
import type { BenchOptions, BenchResult } from './bench';

const EXERCISES = 20_000;
const OPENINGS = 15;
const TARGET_MS = 100;

/** Time from the start of the navigation until the first card is on the screen, with a full database. */
export async function run({ limit = EXERCISES }: BenchOptions): Promise<BenchResult> {
  const { page, extension, close } = await openBenchPage('tests/bench/popup.page.ts');
  const stored = await page.evaluate<number>(`bench.storeManyExercises(${limit})`);
  const bySnapshot: number[] = [];
  const byDatabase: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await page.evaluate('bench.forgetSnapshot()');
    byDatabase.push(await timeFirstCard(extension));
    bySnapshot.push(await timeFirstCard(extension));
  }
  const toolbar = await timeToolbarPopup(extension);
  await close();
  const value = median(bySnapshot);
  return {
    baseline: 'the same popup without a snapshot: through the database',
    rows: [
      {
        metric: 'first card readable, median',
        unit: 'ms',
        value,
        baseline: median(byDatabase),
        target: `at most ${TARGET_MS}`,
        met: value <= TARGET_MS,
      },
      {
        metric: 'first card readable, slowest',
        unit: 'ms',
        value: Math.max(...bySnapshot),
        baseline: Math.max(...byDatabase),
      },
      { metric: 'first paint of the toolbar popup, median', unit: 'ms', value: median(toolbar) },
    ],
    notes: [
      `${stored} exercises stored; ${OPENINGS} openings each, taking turns, in a tab; ${toolbar.length} of the toolbar popup, whose first paint holds the card`,
      `by snapshot: ${rounded(bySnapshot)}`,
      `through the database: ${rounded(byDatabase)}`,
    ],
  };
}

async function timeFirstCard(extension: LaunchedExtension): Promise<number> {
  const tab = await extension.context.newPage();
  await tab.addInitScript(noteFirstCard);
  await tab.goto(`chrome-extension://${extension.id}/popup.html`);
  const noted = await tab.waitForFunction(() => performance.getEntriesByName('card-painted')[0]?.startTime);
  const time = Number(await noted.jsonValue());
  await tab.close();
  return time;
}

/** Runs in the popup before its own script: marks the moment after the frame that holds the first card. */
function noteFirstCard(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('article') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('card-painted')));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** First paints of the real popup. One that loses the focus while it opens closes again, and does not count. */
async function timeToolbarPopup(extension: LaunchedExtension): Promise<number[]> {
  const over = await extension.openTab('about:blank');
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const popup = await extension.openPopup(over).catch(() => undefined);
    if (popup === undefined) continue;
    await popup.getByRole('article').waitFor();
    const paint = await popup.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    times.push(Number(await paint.jsonValue()));
    await popup.close();
  }
  return times;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const rounded = (values: readonly number[]) => values.map((value) => Math.round(value)).join(' ');
