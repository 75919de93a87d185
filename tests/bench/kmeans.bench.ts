import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { divideInto, prepareStart } from '@/lib/domain/interests/fit-clusters';
import { bundleForPage, openBenchPage } from '@/tests/support/bench-page';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import type { Measured } from './kmeans-fit.page';
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
  const bench = await openBenchPage('tests/bench/kmeans.page.ts');
  try {
    const rows = await measureInWorker(bench.page);
    if (data !== undefined) rows.push(...(await measureTexts(data, limit, k)));
    return {
      baseline: `ml-kmeans as it comes for the time, best of ${RESTARTS} k-means++ starts for the inertia`,
      rows,
      notes: [
        `10,000 x 384 numbers, k = ${K}, in the analysis worker of the built extension; Ward start, sample and all rounds are in the time.`,
        'Searches: every 100 ms over 10,000 passages in the worker that answers, without the model; 95th percentiles.',
        ...(data === undefined
          ? ['Give --data FILE, JSON lines of {id, lang, text, label}, for real vectors.']
          : []),
        `Chromium ${bench.extension.context.browser()?.version() ?? ''}`,
      ],
    };
  } finally {
    await bench.close();
  }
}

async function measureInWorker(page: Page): Promise<BenchRow[]> {
  const worker = await openAnalysisWorker(page);
  const rows: BenchRow[] = [];
  const [first] = SKETCHES;
  const plain = await call<Measured>(worker, 'measureLibrary', first, K);
  for (const sketch of SKETCHES) {
    const ours = await call<Measured>(worker, 'measureProduct', sketch, K);
    const best = await call<number>(worker, 'measureRestarts', sketch, K, RESTARTS);
    rows.push(...rowsOf(sketch, ours, best, sketch === first ? plain.durationMs : undefined));
  }
  rows.push(await measureDelay(page, worker));
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
async function measureDelay(page: Page, worker: Worker): Promise<BenchRow> {
  const [sketch] = SKETCHES;
  await call(page, 'seed', common.count);
  await call(page, 'startAnswers', scriptOf('answers.worker'));
  const search = () => call<number[]>(page, 'searchFor', SEARCHED_MS, PACE_MS);
  const alone = await search();
  let searched = false;
  const searching = search().finally(() => {
    searched = true;
  });
  while (!searched) await call(worker, 'measureProduct', sketch, K);
  const [value, baseline] = [nearlyLongest(await searching), nearlyLongest(alone)];
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

/** A worker as the product has one for its analyses, with the measuring functions beside. */
async function openAnalysisWorker(page: Page): Promise<Worker> {
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    call(page, 'startIdleWorker', scriptOf('analysis.worker')),
  ]);
  await worker.evaluate(await bundleForPage('tests/bench/kmeans-fit.page.ts'));
  return worker;
}

/** Address of a script of the built extension. */
function scriptOf(name: string): string {
  const file = readdirSync(join(ROOT, '.output/chrome-mv3/assets')).find((path) => path.startsWith(name));
  if (file === undefined) throw new Error(`The built extension has no ${name}.`);
  return `/assets/${file}`;
}

/** A page or a worker. */
interface Evaluating {
  evaluate(script: string): Promise<unknown>;
}

async function call<Value>(context: Evaluating, name: string, ...args: readonly unknown[]): Promise<Value> {
  const script = `bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
  return (await context.evaluate(script)) as Value;
}

function nearlyLongest(durations: readonly number[]): number {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
}
