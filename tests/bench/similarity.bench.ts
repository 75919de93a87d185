import { readFileSync } from 'node:fs';
import { detectLanguage } from '@/lib/domain/text/detect-language';
import type { Language } from '@/lib/domain/text/language';
import { openBenchPage } from '@/tests/support/bench-page';
import type { BenchOptions, BenchResult } from './bench';
import { scoreByCharacters } from './character-overlap';
import { spearman } from './rank-correlation';
import { findEmbedderScript } from './shipped-embedder';
import type { PairScores } from './similarity.page';

const WANTED: Readonly<Record<Language, number>> = { en: 0.84, zh: 0.81 };

interface RatedPair {
  /** How alike people found the texts; only the order counts. */
  readonly score: number;
  readonly texts: readonly [string, string];
}

/** @throws Error when a line is no rated pair */
function readPairs(path: string, limit = Number.POSITIVE_INFINITY): RatedPair[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, limit).map((line) => {
    const [score, one, other] = line.split('\t');
    if (!Number.isFinite(Number(score)) || !one || !other)
      throw new Error(`Not a score and two texts: ${line.slice(0, 40)}`);
    return { score: Number(score), texts: [one, other] };
  });
}

/** The language that most of the texts are in. */
function languageOf(pairs: readonly RatedPair[]): Language {
  const chinese = pairs.flatMap(({ texts }) => texts).filter((text) => detectLanguage(text) === 'zh');
  return chinese.length > pairs.length ? 'zh' : 'en';
}

async function scoreInExtension(pairs: readonly RatedPair[], lang: Language): Promise<PairScores> {
  const { page, close } = await openBenchPage('tests/bench/similarity.page.ts');
  const texts = JSON.stringify(pairs.map((pair) => pair.texts));
  const script = JSON.stringify(findEmbedderScript());
  return page
    .evaluate<PairScores>(`bench.scorePairs(${script}, ${texts}, ${JSON.stringify(lang)})`)
    .finally(close);
}

export async function run({ data, limit }: BenchOptions): Promise<BenchResult> {
  if (data === undefined) return { skipped: 'needs --data with rated pairs; none is shipped' };
  const pairs = readPairs(data, limit);
  const lang = languageOf(pairs);
  const rated = pairs.map(({ score }) => score);
  const { raw, centred } = await scoreInExtension(pairs, lang);
  const baseline = spearman(rated, scoreByCharacters(pairs.map(({ texts }) => texts)));
  const value = spearman(rated, raw);
  return {
    baseline: 'TF-IDF over runs of one to three characters',
    rows: [
      {
        metric: `Spearman, ${lang}`,
        unit: '',
        value,
        baseline,
        target: `at least ${WANTED[lang]}`,
        met: value >= WANTED[lang],
      },
      { metric: 'with centred vectors', unit: '', value: spearman(rated, centred), baseline },
    ],
    notes: [
      `${pairs.length} pairs, both texts as queries, by the embedder of the built extension`,
      'within one language the product compares vectors as they are; centring serves comparison across languages',
    ],
  };
}
