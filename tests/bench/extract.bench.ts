import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { requireBrowser } from '@/scripts/browser-finder.mjs';
import { bundleForPage } from '@/tests/support/bench-page';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import type { Extract } from './extract.page';
import { matchShingles, pageF1, scoreExtraction } from './shingle-scoring';

const EXTRACTORS = {
  ours: 'extractAsShipped',
  readability: 'extractByReadability',
  defuddle: 'extractByDefuddle',
} as const;
type Extractor = keyof typeof EXTRACTORS;

const FEWEST_F1 = 96;
const LONGEST_STEP_MS = 50;

interface Sample {
  readonly slug: string;
  readonly url: string;
  readonly markup: string;
  readonly expected: string;
}

interface Measured {
  readonly sample: Sample;
  readonly extracts: Record<Extractor, Extract>;
  readonly longestStepMs: number;
}

/** How well the text of a page is told from all around it, beside two libraries that do the same. */
export async function run({ data, limit, worst = 0 }: BenchOptions): Promise<BenchResult> {
  if (data === undefined || !existsSync(data))
    return { skipped: 'give --data DIR with SLUG/source.html, SLUG/expected.txt and SLUG/url.txt' };
  const samples = readSamples(data).slice(0, limit);
  const measured = await measureAll(samples);
  const baselineF1 = Math.max(
    ...(['readability', 'defuddle'] as const).map((name) => bestF1(measured, name)),
  );
  const ours = scoreOf(measured, 'ours');
  const longestStep = Math.max(...measured.map(({ longestStepMs }) => longestStepMs));
  return {
    baseline: 'Readability',
    rows: [
      {
        ...row('F1', ours.f1, scoreOf(measured, 'readability').f1),
        target: `at least ${FEWEST_F1} and above both libraries`,
        met: ours.f1 >= FEWEST_F1 && ours.f1 > baselineF1,
      },
      row('precision', ours.precision, scoreOf(measured, 'readability').precision),
      row('recall', ours.recall, scoreOf(measured, 'readability').recall),
      row('F1 with captions', scoreOf(measured, 'ours', true).f1, scoreOf(measured, 'readability', true).f1),
      ...defuddleRows(measured),
      ...timeRows(measured),
      {
        metric: 'longest step between two breaths',
        unit: 'ms',
        value: longestStep,
        target: `at most ${LONGEST_STEP_MS}`,
        met: longestStep <= LONGEST_STEP_MS,
      },
    ],
    notes: [
      `${samples.length} pages in Chromium at their own addresses, answered from the files; page scripts and all other requests are off.`,
      'Shingles of 4 words; mean precision, mean recall, F1 of the two means. Libraries: whichever text scores higher is to be beaten.',
      'Captions are kept and marked as captions; the people who wrote the expected texts left them out, so the first rows do too (ours by kind, theirs by <figcaption>).',
      ...worstPages(measured, worst),
    ],
  };
}

function readSamples(folder: string): Sample[] {
  const read = (slug: string, file: string) => readFileSync(join(folder, slug, file), 'utf8');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      slug: name,
      url: read(name, 'url.txt').trim(),
      markup: read(name, 'source.html'),
      expected: read(name, 'expected.txt'),
    }));
}

async function measureAll(samples: readonly Sample[]): Promise<Measured[]> {
  const script = await bundleForPage('tests/bench/extract.page.ts');
  const browser = await chromium.launch({
    executablePath: requireBrowser().path,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const measured: Measured[] = [];
    for (const sample of samples) measured.push(await measure(page, sample, script));
    return measured;
  } finally {
    await browser.close();
  }
}

async function measure(page: Page, sample: Sample, script: string): Promise<Measured> {
  await page.route('**/*', (route) => {
    const isPage = route.request().isNavigationRequest() && route.request().frame() === page.mainFrame();
    return isPage ? route.fulfill(responseOf(sample)) : route.abort();
  });
  await page.goto(sample.url, { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  const call = <Value>(name: string) => page.evaluate<Value>(`bench.${name}()`);
  const extracts = {
    ours: await call<Extract>(EXTRACTORS.ours),
    readability: await call<Extract>(EXTRACTORS.readability),
    defuddle: await call<Extract>(EXTRACTORS.defuddle),
  };
  const longestStepMs = await call<number>('longestStepMs');
  await page.unroute('**/*');
  return { sample, extracts, longestStepMs };
}

function responseOf({ markup }: Sample) {
  return {
    body: markup,
    contentType: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
  };
}

/** In per cent. */
function scoreOf(measured: readonly Measured[], name: Extractor, withCaptions = false) {
  const matches = measured.map(({ sample, extracts }) => {
    const { text, textWithCaptions } = extracts[name];
    return matchShingles(sample.expected, withCaptions ? textWithCaptions : text);
  });
  const { precision, recall, f1 } = scoreExtraction(matches);
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
}

function bestF1(measured: readonly Measured[], name: Extractor): number {
  return Math.max(scoreOf(measured, name).f1, scoreOf(measured, name, true).f1);
}

function row(metric: string, value: number, baseline: number): BenchRow {
  return { metric, unit: '%', value, baseline };
}

function defuddleRows(measured: readonly Measured[]): BenchRow[] {
  const defuddle = scoreOf(measured, 'defuddle');
  const readability = scoreOf(measured, 'readability');
  return (['f1', 'precision', 'recall'] as const).map((metric) =>
    row(`Defuddle: ${metric === 'f1' ? 'F1' : metric}`, defuddle[metric], readability[metric]),
  );
}

function timeRows(measured: readonly Measured[]): BenchRow[] {
  const times = (name: Extractor) => measured.map(({ extracts }) => extracts[name].tookMs);
  return [0.5, 0.95].flatMap((share) => {
    const label = share === 0.5 ? 'median' : '95th percentile';
    const baseline = quantile(times('readability'), share);
    const unit = 'ms';
    return [
      { metric: `time per page, ${label}`, unit, value: quantile(times('ours'), share), baseline },
      {
        metric: `Defuddle: time per page, ${label}`,
        unit,
        value: quantile(times('defuddle'), share),
        baseline,
      },
    ];
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function worstPages(measured: readonly Measured[], count: number): string[] {
  const scored = measured.map(({ sample, extracts }) => ({
    ...sample,
    f1: pageF1(matchShingles(sample.expected, extracts.ours.text)),
  }));
  return scored
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, count)
    .map(({ slug, url, f1 }) => `${(100 * f1).toFixed(1)} % ${slug} ${url}`);
}
