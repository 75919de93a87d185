import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { LaunchOptions } from '@/tests/support/browser-launch';
import { type LaunchedExtension, launchExtension } from '@/tests/support/extension';
import { HOSTILE_PAGES } from '@/tests/support/hostile-pages';
import { allowSite } from '@/tests/support/learner';
import { type SiteServer, serveSite } from '@/tests/support/site-server';
import { type TracedTasks, traceTasks } from '@/tests/support/task-trace';
import type { BenchOptions, BenchResult, BenchRow } from './bench';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, '.output/chrome-mv3');
const [READ_HOST, OTHER_HOST] = ['allowed.cost.test', 'other.cost.test'];

/** How long after the load event a page counts as loading, and as settled: read along if it holds something to read. */
const [AT_LOAD_MS, SETTLED_MS] = [200, 2_000];
const LONGEST_LOAD_MS = 20_000;
const LOADS = 5;
/** Long enough for the scout, the reader and the walk through a page of any size. */
const HOSTILE_MS = 4_000;
const WATCHED_MS = 20_000;
const THROTTLE = 4;

const TARGETS = { loadMs: 10, kilobytes: 20, taskMs: 50, share: 2 } as const;

const PAGES = {
  ...HOSTILE_PAGES,
  '/course.css': readFileSync(join(ROOT, 'demo/course.css'), 'utf8'),
  '/en/article.html': readFileSync(join(ROOT, 'demo/en/hash-tables.html'), 'utf8'),
  '/nothing.html':
    '<!doctype html><title>Nothing</title><nav><a href="/">Home</a></nav><button>Press</button>',
};

interface Bench {
  readonly extension: LaunchedExtension;
  readonly site: SiteServer;
}

/** What our scripts cost the pages that they read, beside what the same pages cost where nothing is allowed. */
export async function run({ limit = LOADS }: BenchOptions): Promise<BenchResult> {
  const site = await serveSite(PAGES);
  const requests = await countRequests(site);
  const bench = await startBench(site);
  const rows = [
    ...(await measureLoading(bench, limit)),
    ...measureSize(),
    ...requests,
    ...(await measureHostilePages(bench)),
    ...(await measureShares(bench)),
  ];
  await bench.extension.close();
  await site.close();
  return {
    baseline: 'all work of the same page where it is not allowed',
    rows,
    notes: [
      `processor time of main threads, from traces, median of ${limit} loads`,
      `at load: from the navigation until ${AT_LOAD_MS} ms after the load event; the reader comes later, when the page was in view for a moment, and looks through it once while it is idle`,
      'first page: in a renderer process that has compiled none of our scripts; further page: the next in that process',
      `longest task: of ours on a hostile page, from the navigation until ${HOSTILE_MS} ms after the load event`,
      `share: of one processor slowed down ${THROTTLE} times, over ${WATCHED_MS} ms in which the page is in view, was looked through, and nobody moves`,
    ],
  };
}

async function measureLoading(bench: Bench, loads: number): Promise<BenchRow[]> {
  const measure = async (host: string, path: string, afterLoadMs: number) => {
    const [first, further]: [TracedTasks[], TracedTasks[]] = [[], []];
    for (let load = 0; load < loads; load += 1) {
      const tab = await bench.extension.context.newPage();
      first.push(await traceLoad(tab, bench.site.url(host, path), afterLoadMs));
      further.push(await traceLoad(tab, bench.site.url(host, path), afterLoadMs));
      await tab.close();
    }
    return { first, further };
  };
  const rowsOf = async (metric: string, path: string, afterLoadMs: number, most?: number) => {
    const read = await measure(READ_HOST, path, afterLoadMs);
    const other = await measure(OTHER_HOST, path, afterLoadMs);
    return (['first', 'further'] as const).map((page) => {
      const [value, baseline] = [medianOf(read[page], 'own'), medianOf(other[page], 'all')];
      const row = { metric: `${metric}, ${page} page`, unit: 'ms', value, baseline };
      return most === undefined ? row : { ...row, ...promise(value, most) };
    });
  };
  return [
    ...(await rowsOf('at load, article', '/en/article.html', AT_LOAD_MS, TARGETS.loadMs)),
    ...(await rowsOf('at load and two seconds on, article', '/en/article.html', SETTLED_MS)),
    ...(await rowsOf(
      'at load and two seconds on, nothing to read',
      '/nothing.html',
      SETTLED_MS,
      TARGETS.loadMs,
    )),
  ];
}

function measureSize(): BenchRow[] {
  const kilobytes = (file: string) => gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length / 1_000;
  return [
    promised('gzip before a page is worth reading', 'kB', kilobytes('scout.js'), TARGETS.kilobytes),
    {
      metric: 'gzip in a page that is read',
      unit: 'kB',
      value: kilobytes('scout.js') + kilobytes('reader.js'),
    },
  ];
}

async function measureHostilePages({ extension, site }: Bench): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const path of Object.keys(HOSTILE_PAGES).filter((path) => path !== '/frame.html')) {
    const longest = async (host: string, kind: keyof TracedTasks) => {
      const tab = await extension.context.newPage();
      const tasks = await traceLoad(tab, site.url(host, path), HOSTILE_MS);
      await tab.close();
      return tasks[kind][0] ?? 0;
    };
    const [own, page] = [await longest(READ_HOST, 'own'), await longest(OTHER_HOST, 'all')];
    rows.push(promised(`longest task, ${path.slice(1, -5)}`, 'ms', own, TARGETS.taskMs, page));
  }
  return rows;
}

async function measureShares({ extension, site }: Bench): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const path of ['/en/article.html', '/endless-mutation.html']) {
    const share = async (host: string, kind: keyof TracedTasks) => {
      const tab = await extension.openTab(site.url(host, path));
      const session = await tab.context().newCDPSession(tab);
      await tab.waitForTimeout(HOSTILE_MS);
      await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
      const tasks = await traceTasks(tab, () => tab.waitForTimeout(WATCHED_MS));
      await tab.close();
      return (sum(tasks[kind]) / WATCHED_MS) * 100;
    };
    const name = path.replace(/^.*\/(.*)\.html$/, '$1');
    const [own, page] = [await share(READ_HOST, 'own'), await share(OTHER_HOST, 'all')];
    rows.push(promised(`share of a slow processor, ${name}`, '%', own, TARGETS.share, page));
  }
  return rows;
}

async function countRequests(site: SiteServer): Promise<BenchRow[]> {
  const { extension } = await startBench(site, { logsNetwork: true });
  const count = async (host: string) => {
    const before = site.requested.length;
    const tab = await extension.openTab(site.url(host, '/en/article.html'));
    await tab.waitForTimeout(SETTLED_MS);
    await tab.close();
    return site.requested.slice(before).filter((path) => path !== '/favicon.ico').length;
  };
  const [own, baseline] = [await count(READ_HOST), await count(OTHER_HOST)];
  const all = await extension.closeAndListRequests();
  const sent = all.filter(({ initiator }) => initiator?.startsWith('chrome-extension:'));
  return [
    promised('requests of an article', '', own, baseline, baseline),
    promised('requests of the extension', '', sent.length, 0),
  ];
}

/** A browser in which one host is allowed and every other is not. */
async function startBench(site: SiteServer, options: LaunchOptions = {}): Promise<Bench> {
  const extension = await launchExtension(options);
  const tab = await extension.openTab(site.url(READ_HOST, '/nothing.html'));
  await allowSite(extension, tab);
  await tab.close();
  return { extension, site };
}

function traceLoad(tab: Page, url: string, afterLoadMs: number): Promise<TracedTasks> {
  return traceTasks(tab, async () => {
    await tab.goto(url, { waitUntil: 'commit' });
    // A thousand frames need minutes on a small machine; our scripts do not wait for them either.
    await tab.waitForLoadState('load', { timeout: LONGEST_LOAD_MS }).catch(() => undefined);
    await tab.waitForTimeout(afterLoadMs);
  });
}

function promised(metric: string, unit: string, value: number, most: number, baseline?: number): BenchRow {
  const row = { metric, unit, value, ...promise(value, most) };
  return baseline === undefined ? row : { ...row, baseline };
}

const promise = (value: number, most: number) => ({ target: `at most ${most}`, met: value <= most });

function medianOf(loads: readonly TracedTasks[], kind: keyof TracedTasks): number {
  const sums = loads.map((tasks) => sum(tasks[kind])).sort((a, b) => a - b);
  return sums[Math.floor(sums.length / 2)] ?? Number.NaN;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
