import type { CDPSession, Page } from 'playwright-core';
import { createSeededRandom } from '@/lib/domain/shared/random';
import { openBenchPage } from '@/tests/support/bench-page';
import { tell } from '@/tests/support/engine-work';
import type { LaunchedExtension } from '@/tests/support/extension';
import { type OffscreenEngine, watchOffscreenEngine } from '@/tests/support/offscreen-engine';
import { processMemory } from '@/tests/support/process-memory';
import { until } from '@/tests/support/until';
import type { Stock } from './soak.page';
import { DEATH_KINDS, die, planDeaths, prepare } from './soak-deaths';

export const PASSAGES_PER_PAGE = 10;
/** Pages that are read before the engine hears of them. */
const PORTION = 5;
/** More is read once fewer passages than this wait. */
const BACKLOG = 200;
const SEED = 20;
const LOOK_MS = 150;
const LOOK_AT_REST_MS = 500;
/** Chromium gives some of its memory back ten to twenty seconds after it was let go. */
const SAME_LOOKS = 40;
const MOST_LOOKS = 120;
/** Between two deaths, on average: some workers are still starting then, others have worked for a while. */
const RESPITE_MS = 800;
const LONGEST_MS = 15 * 60_000;

export interface SoakRun {
  readonly stock: Stock;
  readonly durationMs: number;
  readonly deaths: { readonly workers: number; readonly others: number };
  /** Heap of the document in bytes by the number of pages read; documents that die begin anew. */
  readonly heap: readonly { readonly pages: number; readonly bytes: number }[];
  readonly workersAtRest: number;
  /** Private memory of the extension's process in bytes; absent where it is not known. */
  readonly memory: Readonly<Record<'before' | 'working' | 'after', number | undefined>>;
}

interface Soak {
  readonly page: Page;
  readonly extension: LaunchedExtension;
  readonly engine: OffscreenEngine;
  readonly session: CDPSession;
}

/** Reads so many pages in a fresh browser, while so many workers and some of what is around them die. */
export async function soak(pages: number, workerDeaths: number): Promise<SoakRun> {
  const { extension, page, close } = await openBenchPage('tests/bench/soak.page.ts');
  try {
    const session = await extension.context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('The browser is gone.');
    const engine = await watchOffscreenEngine(extension);
    const parts = { page, extension, engine, session };
    await prepare(engine);
    await readOn(parts, 0, PORTION);
    if (workerDeaths > 0) await dieOnce(parts);
    await rest(parts);
    const before = await memoryAtRest(parts);
    const work = await readThrough(parts, pages, workerDeaths);
    await rest(parts);
    const after = await memoryAtRest(parts);
    const stock = await page.evaluate<Stock>('bench.takeStock()');
    const workersAtRest = await engine.countWorkers();
    return { ...work, stock, workersAtRest, memory: { before, working: work.working, after } };
  } finally {
    await close();
  }
}

/** What happens for the first time takes memory for good: code is compiled, tables are made. It is no part of the account. */
async function dieOnce({ page, engine, extension }: Soak): Promise<void> {
  const random = createSeededRandom(SEED);
  for (const kind of DEATH_KINDS) {
    await until(engine.countWorkers, (count) => count > 0);
    await die(kind, engine, extension, random);
  }
  await until(
    () => countWaiting(page),
    ({ all }) => all === 0,
  );
}

async function readThrough({ page, extension, engine, session }: Soak, pages: number, workerDeaths: number) {
  const random = createSeededRandom(SEED);
  const plan = planDeaths(random, workerDeaths);
  const deaths = { workers: 0, others: 0 };
  const heap: { pages: number; bytes: number }[] = [];
  const startedAt = performance.now();
  let read = PORTION;
  let spareUntil = 0;
  let working: number | undefined;
  for (;;) {
    const waiting = await countWaiting(page);
    const [next] = plan;
    // Embedding the passages of a page and analysing it afterwards count the same.
    const done = read - waiting.embed / PASSAGES_PER_PAGE - waiting.analyse / 2 - PORTION;
    const isDue = next !== undefined && next.at <= done / (pages - PORTION);
    if (isDue && performance.now() < spareUntil) {
      // Nothing is read meanwhile, so that the work does not end before its deaths.
    } else if (isDue && (await die(next.kind, engine, extension, random))) {
      plan.shift();
      spareUntil = performance.now() + 2 * RESPITE_MS * random();
      deaths[next.kind === 'worker' || next.kind === 'silent' ? 'workers' : 'others'] += 1;
    } else if (read < pages && waiting.embed < BACKLOG) {
      heap.push({ pages: read, bytes: await heapBytes(engine) });
      await readOn({ page, extension }, read, Math.min(pages, read + PORTION));
      read = Math.min(pages, read + PORTION);
    } else if (waiting.all === 0 && read >= pages) break;
    working = (await processMemory(session)) ?? working;
    if (performance.now() - startedAt > LONGEST_MS)
      throw new Error(`Jobs remain: ${JSON.stringify(waiting)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS * random() * 2));
  }
  return { durationMs: performance.now() - startedAt, deaths, heap, working };
}

/** Captures pages number `from` to `to`, exclusive, and says so as a reader does. */
async function readOn(
  { page, extension }: Pick<Soak, 'page' | 'extension'>,
  from: number,
  to: number,
): Promise<void> {
  await page.evaluate(`bench.readPages(${from}, ${to}, ${PASSAGES_PER_PAGE})`);
  await tell(extension, 'study.changed', null);
}

function countWaiting(page: Page): Promise<{ embed: number; analyse: number; all: number }> {
  return page.evaluate('bench.countWaiting()');
}

/** Resolves when all is done and every worker was ended, since nobody needs it any more. */
async function rest({ page, engine }: Soak): Promise<void> {
  await until(
    () => countWaiting(page),
    ({ all }) => all === 0,
    LONGEST_MS,
  );
  await until(engine.countWorkers, (count) => count === 0);
}

/** Private memory once nothing more is given back: garbage is collected until it has not become less for a while. */
async function memoryAtRest({ page, engine, session }: Soak): Promise<number | undefined> {
  let least = Infinity;
  for (let looks = 0, same = 0; same < SAME_LOOKS && looks < MOST_LOOKS; looks++) {
    await page.requestGC();
    await heapBytes(engine);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AT_REST_MS));
    const bytes = await processMemory(session);
    if (bytes === undefined) return undefined;
    same = bytes < 0.99 * least ? 0 : same + 1;
    least = Math.min(least, bytes);
  }
  return least;
}

async function heapBytes(engine: OffscreenEngine): Promise<number> {
  const document = await engine.document();
  await document.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await document.send('Runtime.getHeapUsage');
  return Number(usedSize) + Number(embedderHeapUsedSize ?? 0);
}
