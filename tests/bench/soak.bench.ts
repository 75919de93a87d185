import type { BenchOptions, BenchResult, BenchRow } from './bench';
import { PASSAGES_PER_PAGE, type SoakRun, soak } from './soak-run';

const PASSAGES = 2_000;
const PASSAGES_PER_KILL = 20;
const MEGABYTE = 1_048_576;

/** Memory at rest after the work as a share of that before it, and growth of the heap in megabytes per 1,000 pages. */
const TARGETS = { memoryShare: 1.1, heapMegabytes: 1 } as const;

/** The same reading once with nothing in its way, and once while workers, documents and service workers die. */
export async function run({ limit = PASSAGES }: BenchOptions): Promise<BenchResult> {
  const pages = Math.ceil(limit / PASSAGES_PER_PAGE);
  const passages = pages * PASSAGES_PER_PAGE;
  const calm = await soak(pages, 0);
  const deadly = await soak(pages, Math.ceil(passages / PASSAGES_PER_KILL));
  return {
    baseline: 'the same reading without deaths',
    rows: [...countRows(deadly, calm, pages), ...memoryRows(deadly, calm)],
    notes: [
      `${passages} passages on ${pages} pages, English and Chinese`,
      `${deadly.deaths.workers} workers killed, at rest and at work, and ${deadly.deaths.others} documents and service workers besides`,
      'doubled: vectors, exercises and mentions that are there twice, vectors counted twice in the means of the languages, and concepts with a wrong number of pages',
      'at rest: workers were ended because nobody needed them; the benchmark sets the five minutes for that, and the watchdogs, to seconds',
      'memory: private memory of the process of the extension, before: at rest after the first pages, and in the run with deaths after one of each kind',
      'heap of the document after collections, in the run without deaths, fitted without its first quarter',
    ],
  };
}

function countRows(deadly: SoakRun, calm: SoakRun, pages: number): BenchRow[] {
  const none = (metric: string, countIn: (run: SoakRun) => number): BenchRow => ({
    metric,
    unit: '',
    value: countIn(deadly),
    baseline: countIn(calm),
    target: 'none',
    met: countIn(deadly) === 0,
  });
  const passages = pages * PASSAGES_PER_PAGE;
  const workers = Math.ceil(passages / PASSAGES_PER_KILL);
  return [
    {
      metric: 'workers killed',
      unit: '',
      value: deadly.deaths.workers,
      baseline: calm.deaths.workers,
      target: `at least ${workers}`,
      met: deadly.deaths.workers >= workers,
    },
    none('passages lost', ({ stock }) => passages - Math.min(stock.passages, stock.distinctVectors)),
    none('pages not analysed', ({ stock }) => pages - stock.analysedPages),
    none('jobs given up', ({ stock }) => stock.givenUp),
    none('doubled', doubled),
    none('workers at rest', ({ workersAtRest }) => workersAtRest),
    { metric: 'exercises', unit: '', value: deadly.stock.exercises, baseline: calm.stock.exercises },
    { metric: 'duration', unit: 's', value: deadly.durationMs / 1_000, baseline: calm.durationMs / 1_000 },
  ];
}

function doubled({ stock }: SoakRun): number {
  return (
    stock.vectors -
    stock.distinctVectors +
    Math.abs(stock.vectorsInMeans - stock.distinctVectors) +
    (stock.exercises - stock.distinctExercises) +
    (stock.mentions - stock.distinctMentions) +
    stock.miscountedConcepts
  );
}

function memoryRows(deadly: SoakRun, calm: SoakRun): BenchRow[] {
  const slope = growthPer1000Pages(calm.heap) / MEGABYTE;
  const row = (metric: string, moment: keyof SoakRun['memory']) => {
    const [value, baseline] = [deadly.memory[moment], calm.memory[moment]];
    return value === undefined || baseline === undefined
      ? []
      : [{ metric, unit: 'MB', value: value / MEGABYTE, baseline: baseline / MEGABYTE }];
  };
  const { before, after } = deadly.memory;
  return [
    ...row('memory, before', 'before'),
    ...row('memory, at work', 'working'),
    ...row('memory, at rest, a page open', 'after').map((atRest) => ({
      ...atRest,
      target: 'at most 10 % more than before',
      met: (after ?? 0) <= TARGETS.memoryShare * (before ?? 0),
    })),
    {
      metric: 'heap per 1,000 pages',
      unit: 'MB',
      value: slope,
      target: `at most ${TARGETS.heapMegabytes}`,
      met: slope <= TARGETS.heapMegabytes,
    },
  ];
}

/** Slope of the line of least squares through the samples, without the first quarter, in bytes. */
function growthPer1000Pages(samples: SoakRun['heap']): number {
  const fitted = samples.slice(Math.floor(samples.length / 4));
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
  const [pages, bytes] = [mean(fitted.map((at) => at.pages)), mean(fitted.map((at) => at.bytes))];
  const covariance = mean(fitted.map((at) => (at.pages - pages) * (at.bytes - bytes)));
  const variance = mean(fitted.map((at) => (at.pages - pages) ** 2));
  return variance === 0 ? 0 : (1_000 * covariance) / variance;
}
