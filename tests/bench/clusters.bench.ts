import { kmeans } from 'ml-kmeans';
import { mean } from '@/lib/domain/embedding/vector';
import { divideInto, fitClusters, prepareStart } from '@/lib/domain/interests/fit-clusters';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import { adjustedRandIndex, bilingualPairRate, normalisedMutualInformation } from './cluster-scoring';
import { type LocatedText, locateTexts, readTexts } from './labelled-texts';
import { inertiaOf } from './restarts';
import { divideByWords } from './word-linkage';

const SEED = 1;

/** What is promised for paragraphs that are there in both languages, of 48 subjects in each. */
const PARALLEL_LABELS = 48;
const WANTED_AGREEMENT: Readonly<Record<string, number>> = { en: 0.91, zh: 0.92, both: 0.9 };
const WANTED_PAIRS = 0.83;

type Division = readonly number[];

export async function run({ data, limit, k }: BenchOptions): Promise<BenchResult> {
  if (data === undefined) return { skipped: 'give --data FILE, JSON lines of {id, lang, text, label}' };
  const texts = await locateTexts(readTexts(data, limit));
  const groups = Object.entries({
    en: texts.filter(({ lang }) => lang === 'en'),
    zh: texts.filter(({ lang }) => lang === 'zh'),
    both: texts,
  }).filter(([name, group]) => group.length > 1 && (name !== 'both' || areBilingual(group)));
  const rows: BenchRow[] = [];
  for (const [name, group] of groups) rows.push(...(await measure(name, group, areParallel(texts), k)));
  return {
    baseline: 'k-means++ of ml-kmeans on raw vectors, same number of clusters',
    rows,
    notes: [
      `${texts.length} texts, ${labelsOf(texts).size} labels; nothing is known of pages here, which help the product.`,
      'The number of clusters is given by the labels (or --k), or chosen as in the product, which tries 24 at most.',
      'Linkage: average linkage on TF-IDF of words (en) and pairs of characters (zh), cosine distance.',
      'Inertia is that of the centred vectors, whatever a division was made from.',
    ],
  };
}

async function measure(
  name: string,
  texts: readonly LocatedText[],
  parallel: boolean,
  wanted?: number,
): Promise<BenchRow[]> {
  const points = texts.map(({ point }) => point);
  const k = Math.min(wanted ?? labelsOf(texts).size, points.length);
  const ours = (await divideInto(k, points, prepareStart(points))).clusterOf;
  const plain = divideByLibrary(texts, k);
  const linked = divideByWords(texts, k);
  const chosen = await fitClusters({ points, pageSizes: [], unity: 0 });
  const atK = `${name}, ${k} clusters:`;
  const promised = parallel && k === PARALLEL_LABELS;
  const rows: BenchRow[] = [
    {
      metric: `${atK} NMI`,
      ...compare(agreement(texts), ours, plain),
      ...promise(promised ? WANTED_AGREEMENT[name] : undefined, agreement(texts)(ours)),
    },
    { metric: `${atK} NMI of the linkage`, ...compare(agreement(texts), linked, plain) },
    { metric: `${atK} ARI`, ...compare(randIndex(texts), ours, plain) },
    { metric: `${atK} ARI of the linkage`, ...compare(randIndex(texts), linked, plain) },
    { metric: `${atK} inertia`, ...compare(inertia(points), ours, plain) },
    { metric: `${atK} inertia of the linkage`, ...compare(inertia(points), linked, plain) },
    {
      metric: `${name}, ${chosen.centroids.length} clusters (chosen): NMI`,
      ...compare(agreement(texts), chosen.clusterOf, divideByLibrary(texts, chosen.centroids.length)),
    },
  ];
  if (name !== 'both') return rows;
  const together = (division: Division) => bilingualPairRate(texts, division);
  return [
    ...rows,
    {
      metric: `${atK} share of same labels across languages together`,
      ...compare(together, ours, plain),
      ...promise(promised ? WANTED_PAIRS : undefined, together(ours)),
    },
  ];
}

function compare(score: (division: Division) => number, ours: Division, baseline: Division) {
  return { unit: '', value: score(ours), baseline: score(baseline) };
}

function promise(least: number | undefined, value: number): Pick<BenchRow, 'target' | 'met'> {
  if (least === undefined) return {};
  return {
    target: `at least ${least} (parallel texts, ${PARALLEL_LABELS} labels)`,
    met: value >= least,
  };
}

function agreement(texts: readonly LocatedText[]) {
  const labels = texts.map(({ label }) => String(label));
  return (division: Division) => normalisedMutualInformation(division.map(String), labels);
}

function randIndex(texts: readonly LocatedText[]) {
  const labels = texts.map(({ label }) => String(label));
  return (division: Division) => adjustedRandIndex(division.map(String), labels);
}

function inertia(points: readonly Float32Array[]) {
  return (division: Division) => {
    const clusters = Array.from({ length: Math.max(...division) + 1 }, (_, cluster) =>
      points.filter((_, i) => division[i] === cluster),
    );
    const centroids = clusters.map((members) => (members.length > 0 ? mean(members) : new Float32Array()));
    return inertiaOf(points, centroids, division);
  };
}

function divideByLibrary(texts: readonly LocatedText[], k: number): Division {
  const rows = texts.map(({ raw }) => Array.from(raw));
  return kmeans(rows, k, { seed: SEED }).clusters;
}

function labelsOf(texts: readonly LocatedText[]): Set<string> {
  return new Set(texts.map(({ label }) => String(label)));
}

function areBilingual(texts: readonly LocatedText[]): boolean {
  return new Set(texts.map(({ lang }) => lang)).size > 1;
}

/** Whether each language has as many texts of each label. */
function areParallel(texts: readonly LocatedText[]): boolean {
  const signed = new Map<string, number>();
  for (const { label, lang } of texts)
    signed.set(String(label), (signed.get(String(label)) ?? 0) + (lang === 'en' ? 1 : -1));
  return signed.size === PARALLEL_LABELS && [...signed.values()].every((difference) => difference === 0);
}
