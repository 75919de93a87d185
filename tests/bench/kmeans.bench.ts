import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { divideInto, prepareStart } from '@/lib/domain/interests/fit-clusters';
import { bundleForPage } from '@/tests/support/bench-page';
import { type LaunchedExtension, launchExtension } from '@/tests/support/extension';
import { until } from '@/tests/support/until';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import type { Measured } from './kmeans.page';
import { locateTexts, readTexts } from './labelled-texts';
import type { MixtureSketch } from './mixtures';
import { inertiaOf, inertiaOfRestarts } from './restarts';

const ROOT = resolve(import.meta.dirname, '../..');
const K = 30;
const RESTARTS = 10;
const LONGEST_MS = 3_000;
const LARGEST_RATIO = 1.02;
const LONGEST_DELAY_MS = 50;
const PACE_MS = 100;
const SEARCHED_MS = 4_000;

const common = { count: 10_000, dimension: 384, parts: K };

/** Parts that stand apart, parts of very different sizes, and parts that overlap. */
const SKETCHES: readonly MixtureSketch[] = [
  { ...common, separation: 1, skew: 0, seed: 1 },
  { ...common, separation: 0.7, skew: 1, seed: 2 },
  { ...common, separation: 0.45, skew: 0.5, seed: 3 },
];

export async function run({ data, limit, k }: BenchOptions): Promise<BenchResult> {
  const extension = await launchExtension();
  try {
    const rows = await measureInWorker(extension);
    if (data !== undefined) rows.push(...(await measureTexts(data, limit, k)));
    return {
      baseline: `ml-kmeans as it comes for the time, best of ${RESTARTS} k-means++ starts for the inertia`,
      rows,
      notes: [
        `10,000 x 384 numbers, k = ${K}, in the analysis worker of the built extension; Ward start, sample and all rounds are in the time.`,
        'The search is an exact scan of 10,000 vectors every 100 ms in a second worker; delays are 95th percentiles.',
        ...(data === undefined
          ? ['Give --data FILE, JSON lines of {id, lang, text, label}, for real vectors.']
          : []),
        `Chromium ${extension.context.browser()?.version() ?? ''}`,
      ],
    };
  } finally {
    await extension.close();
  }
}

async function measureInWorker(extension: LaunchedExtension): Promise<BenchRow[]> {
  const page = await extension.openPage('manifest.json');
  const [fitting, searching] = await openWorkers(page, 2);
  if (!fitting || !searching) throw new Error('The workers did not start.');
  const rows: BenchRow[] = [];
  const [first] = SKETCHES;
  const plain = await call<Measured>(fitting, 'measureLibrary', first, K);
  for (const sketch of SKETCHES) {
    const ours = await call<Measured>(fitting, 'measureProduct', sketch, K);
    const best = await call<number>(fitting, 'measureRestarts', sketch, K, RESTARTS);
    rows.push(...rowsOf(sketch, ours, best, sketch === first ? plain.durationMs : undefined));
  }
  rows.push(await measureDelay(fitting, searching));
  return rows;
}

function rowsOf(sketch: MixtureSketch, ours: Measured, best: number, plainMs?: number): BenchRow[] {
  const name = `separation ${sketch.separation}, skew ${sketch.skew}`;
  return [
    {
      metric: `time, ${name}`,
      unit: 'ms',
      value: ours.durationMs,
      ...(plainMs !== undefined && { baseline: plainMs }),
      target: `at most ${LONGEST_MS}`,
      met: ours.durationMs <= LONGEST_MS,
    },
    {
      metric: `inertia, ${name}`,
      unit: '',
      value: ours.inertia,
      baseline: best,
      target: `at most ${LARGEST_RATIO} times the baseline`,
      met: ours.inertia <= LARGEST_RATIO * best,
    },
  ];
}

/** How much longer a search takes while clusters are made. */
async function measureDelay(fitting: Worker, searching: Worker): Promise<BenchRow> {
  const [sketch] = SKETCHES;
  await call(searching, 'prepareSearch', { ...sketch, seed: 9 });
  const alone = await call<number[]>(searching, 'searchFor', SEARCHED_MS, PACE_MS);
  let searched = false;
  const search = call<number[]>(searching, 'searchFor', SEARCHED_MS, PACE_MS).finally(() => {
    searched = true;
  });
  while (!searched) await call(fitting, 'measureProduct', sketch, K);
  const beside = await search;
  const [value, baseline] = [nearlyLongest(beside), nearlyLongest(alone)];
  return {
    metric: 'search beside a fit (baseline: alone)',
    unit: 'ms',
    value,
    baseline,
    target: `at most ${LONGEST_DELAY_MS} more`,
    met: value - baseline <= LONGEST_DELAY_MS,
  };
}

async function measureTexts(data: string, limit?: number, wanted?: number): Promise<BenchRow[]> {
  const texts = await locateTexts(readTexts(data, limit));
  const points = texts.map(({ point }) => point);
  const k = Math.min(wanted ?? new Set(texts.map(({ label }) => label)).size, points.length);
  const { centroids, clusterOf } = await divideInto(k, points, prepareStart(points));
  const [value, baseline] = [
    inertiaOf(points, centroids, clusterOf),
    Math.min(...inertiaOfRestarts(points, k, RESTARTS)),
  ];
  return [
    {
      metric: `inertia, ${points.length} texts, k = ${k}`,
      unit: '',
      value,
      baseline,
      target: 'at most the baseline',
      met: value <= baseline,
    },
  ];
}

/** Workers as the product has one for its analyses, with the measuring functions beside. */
async function openWorkers(page: Page, count: number): Promise<Worker[]> {
  const file = readdirSync(join(ROOT, '.output/chrome-mv3/assets')).find((name) =>
    name.startsWith('analysis.worker'),
  );
  if (file === undefined) throw new Error('The built extension has no analysis worker.');
  const script = await bundleForPage('tests/bench/kmeans.page.ts');
  await page.evaluate(script);
  const started: Worker[] = [];
  page.on('worker', (worker) => started.push(worker));
  await page.evaluate(`bench.startWorkers(${JSON.stringify(`/assets/${file}`)}, ${count})`);
  const workers = await until(
    async () => started,
    ({ length }) => length === count,
  );
  for (const worker of workers) await worker.evaluate(script);
  return workers;
}

function call<Value>(worker: Worker, name: string, ...args: readonly unknown[]): Promise<Value> {
  return worker.evaluate<Value>(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);
}

function nearlyLongest(durations: readonly number[]): number {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
}
