import { readFileSync } from 'node:fs';
import { kmeans } from 'ml-kmeans';
import { centre, centreFor } from '@/lib/domain/embedding/centring';
import type { Embedding } from '@/lib/domain/embedding/model';
import { mean } from '@/lib/domain/embedding/vector';
import { divideInto, fitClusters, prepareStart } from '@/lib/domain/interests/fit-clusters';
import type { Clustering } from '@/lib/domain/interests/k-means';
import type { Language } from '@/lib/domain/text/language';
import { createNodeEncoder } from '@/tests/support/node-encoder';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import { bilingualPairRate, normalisedMutualInformation } from './cluster-scoring';

const CENTERS = new URL('../../public/models/multilingual-e5-small-en-zh/centers.json', import.meta.url);
const SEED = 1;

interface LabelledText {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly label: string | number;
}

interface Located extends LabelledText {
  readonly raw: Embedding;
  readonly point: Float32Array;
}

export async function run({ data, limit, k }: BenchOptions): Promise<BenchResult> {
  if (data === undefined) return { skipped: 'give --data FILE, JSON lines of {id, lang, text, label}' };
  const texts = await locate(readTexts(data, limit));
  const groups = Object.entries({
    en: texts.filter(({ lang }) => lang === 'en'),
    zh: texts.filter(({ lang }) => lang === 'zh'),
    both: texts,
  }).filter(([, group]) => group.length > 1);
  const rows: BenchRow[] = [];
  for (const [name, group] of groups) rows.push(...(await measure(name, group, k)));
  return {
    baseline: 'k-means++ of ml-kmeans on raw vectors, same number of clusters',
    rows,
    notes: [
      `${texts.length} texts, ${new Set(texts.map(({ label }) => label)).size} labels; nothing is known of pages here, which help the product.`,
      'The number of clusters is given by the labels (or --k), or chosen as in the product, which tries 24 at most.',
    ],
  };
}

function readTexts(path: string, limit = Number.POSITIVE_INFINITY): LabelledText[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, limit)
    .map((line) => JSON.parse(line));
}

async function locate(texts: readonly LabelledText[]): Promise<Located[]> {
  const encoder = await createNodeEncoder();
  const vectors = await encoder.encode(
    texts.map(({ text }) => text),
    'passage',
  );
  const priors: Record<Language, number[]> = JSON.parse(readFileSync(CENTERS, 'utf8')).centers;
  const embedded = texts.flatMap((text, i) => (vectors[i] ? [{ ...text, raw: vectors[i] }] : []));
  const centres = new Map(
    (['en', 'zh'] as const).map((lang) => {
      const own = embedded.filter((text) => text.lang === lang).map(({ raw }) => raw);
      const known = own.length > 0 ? { count: own.length, mean: mean(own) } : undefined;
      return [lang, centreFor(Float32Array.from(priors[lang]), known)];
    }),
  );
  return embedded.map((text) => ({
    ...text,
    point: centre(text.raw, centres.get(text.lang) ?? new Float32Array(text.raw.length)),
  }));
}

async function measure(name: string, texts: readonly Located[], wanted?: number): Promise<BenchRow[]> {
  const points = texts.map(({ point }) => point);
  const k = Math.min(wanted ?? new Set(texts.map(({ label }) => label)).size, points.length);
  const given = await divideInto(k, points, prepareStart(points));
  const chosen = await fitClusters({ points, pageSizes: [], unity: 0 });
  const rows = [
    { ...compare(name, 'given', texts, given), target: 'above the baseline' },
    compare(name, 'chosen', texts, chosen),
  ].map((row) => ('target' in row ? { ...row, met: row.value > row.baseline } : row));
  if (name !== 'both') return rows;
  const plain = plainKMeans(texts, k);
  return [
    ...rows,
    {
      metric: 'both: same label across languages together',
      unit: '%',
      value: 100 * bilingualPairRate(texts, given.clusterOf),
      baseline: 100 * bilingualPairRate(texts, plain),
    },
  ];
}

function compare(name: string, how: string, texts: readonly Located[], { centroids, clusterOf }: Clustering) {
  const labels = texts.map(({ label }) => String(label));
  const agreement = (clusters: readonly number[]) =>
    normalisedMutualInformation(clusters.map(String), labels);
  return {
    metric: `${name}: NMI, ${centroids.length} clusters (${how})`,
    unit: '',
    value: agreement(clusterOf),
    baseline: agreement(plainKMeans(texts, centroids.length)),
  };
}

function plainKMeans(texts: readonly Located[], k: number): number[] {
  const rows = texts.map(({ raw }) => Array.from(raw));
  return kmeans(rows, k, { seed: SEED }).clusters;
}
