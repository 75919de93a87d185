import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBenchPage } from '@/tests/support/bench-page';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import { findEmbedderScript } from './shipped-embedder';

const VECTORS = 100_000;
const VECTOR_BYTES = 384 + 4 + 32;
const QUERIES = 200;
const COMPARED = 50;
const SCANS = 5;
const MEGABYTE = 1024 * 1024;

const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;

const atMost = (limit: number, value: number) => ({ target: `at most ${limit}`, met: value <= limit });

export async function run({ limit = VECTORS }: BenchOptions): Promise<BenchResult> {
  const { page, extension, close } = await openBenchPage('tests/bench/search.page.ts');
  const call = <Value>(name: string, ...args: unknown[]) =>
    page.evaluate<Value>(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);
  try {
    const bytes = await call<number>('plantVectors', limit);
    await call('plantPassages', limit);
    const loadMs = await call<number>('loadVectors');
    const vectorMs = await call<number[]>('timeVectorQueries', QUERIES);
    const { recall, exactMs } = await call<{ recall: number; exactMs: number[] }>(
      'compareWithExact',
      COMPARED,
    );
    const wholeMs = await call<number>('startAnswers', findScript('answers.worker'));
    const hybridMs = await call<number[]>('timeAnswers', QUERIES);
    const scanMs = await call<number[]>('timeScans', SCANS);
    const questionMs = await call<number[]>('timeQuestions', findEmbedderScript(), COMPARED);
    const row = (metric: string, unit: string, value: number): BenchRow => ({ metric, unit, value });
    const [vectorP95, hybridP95] = [percentile(vectorMs, 0.95), percentile(hybridMs, 0.95)];
    const size = bytes / (limit * VECTOR_BYTES);
    return {
      baseline: 'every vector in full precision, or every text in the database',
      rows: [
        {
          ...row('query by meaning, p95', 'ms', vectorP95),
          baseline: percentile(exactMs, 0.95),
          ...atMost(40, vectorP95),
        },
        {
          ...row('query by meaning, median', 'ms', percentile(vectorMs, 0.5)),
          baseline: percentile(exactMs, 0.5),
        },
        {
          ...row('hybrid answer of the worker, p95', 'ms', hybridP95),
          baseline: percentile(scanMs, 0.95),
          ...atMost(60, hybridP95),
        },
        {
          ...row('hybrid answer of the worker, median', 'ms', percentile(hybridMs, 0.5)),
          baseline: percentile(scanMs, 0.5),
        },
        row('vector of a question, p95', 'ms', percentile(questionMs, 0.95)),
        { ...row('load of the stored vectors', 'ms', loadMs), ...atMost(1_500, loadMs) },
        row('everything ready in the worker', 'ms', wholeMs),
        { ...row('store, times its arithmetic size', '', size), baseline: 1, ...atMost(1.2, size) },
        {
          ...row('recall of the ten best', '', recall),
          baseline: 1,
          target: 'at least 0.99',
          met: recall >= 0.99,
        },
        ...(await memoryRows(page)),
      ],
      notes: [
        `${limit} generated passages, half English, half Chinese; ${QUERIES} questions`,
        'the answer of the worker includes the messages and the look into the database, not the vector of the question',
        `Chromium ${extension.context.browser()?.version() ?? ''}`,
      ],
    };
  } finally {
    await close();
  }
}

function findScript(name: string): string {
  const assets = resolve(import.meta.dirname, '../../.output/chrome-mv3/assets');
  const file = readdirSync(assets).find((each) => each.startsWith(name));
  if (file === undefined) throw new Error(`The built extension has no ${name}.`);
  return `assets/${file}`;
}

/** What the browser counts for the worker, where it counts that. */
async function memoryRows(page: Page): Promise<BenchRow[]> {
  const bytes = await page.evaluate<number>('bench.workerBytes()');
  return bytes > 0 ? [{ metric: 'memory of the worker', unit: 'MB', value: bytes / MEGABYTE }] : [];
}
