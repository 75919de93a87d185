import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Language } from '@/lib/domain/text/language';
import { openBenchPage } from '@/tests/support/bench-page';
import type { BenchOptions, BenchResult, BenchRow } from './bench';
import type { BenchPassage, Mode } from './retrieval.page';
import { type RetrievalScores, scoreRetrieval } from './retrieval-scoring';
import { findEmbedderScript } from './shipped-embedder';

interface Question {
  readonly query: string;
  readonly lang: Language;
  readonly relevant: readonly string[];
  readonly across: readonly string[];
}

interface Comparison {
  readonly name: string;
  readonly lang: Language;
  /** Language of the passages that are searched; all when absent. */
  readonly among?: Language;
  rightOf(question: Question): readonly string[];
  readonly wanted?: number;
}

const QUESTIONS_AT_A_TIME = 200;
const OTHER: Readonly<Record<Language, Language>> = { en: 'zh', zh: 'en' };
const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };
const WANTED: Readonly<Record<Language, number>> = { en: 0.96, zh: 0.945 };
const WANTED_ACROSS = 0.76;

const COMPARISONS: readonly Comparison[] = (['en', 'zh'] as const).flatMap((lang): Comparison[] => [
  { name: NAMES[lang], lang, among: lang, rightOf: ({ relevant }) => relevant, wanted: WANTED[lang] },
  {
    name: `${NAMES[lang]} over ${NAMES[OTHER[lang]]}`,
    lang,
    among: OTHER[lang],
    rightOf: ({ across }) => across,
    ...(lang === 'en' && { wanted: WANTED_ACROSS }),
  },
  { name: `${NAMES[lang]} over both`, lang, rightOf: ({ relevant, across }) => [...relevant, ...across] },
]);

export async function run({ data, limit }: BenchOptions): Promise<BenchResult> {
  if (data === undefined)
    return {
      skipped: 'give --data FILE, JSON lines of {id, lang, text} and {query, lang, relevant, across}',
    };
  const { passages, questions } = readLines(data, limit);
  const { page, extension, close } = await openBenchPage('tests/bench/retrieval.page.ts');
  try {
    const times = await embed(page, passages, questions);
    const rows: BenchRow[] = [];
    for (const comparison of COMPARISONS) rows.push(...(await compare(page, comparison, questions)));
    return {
      baseline: 'words alone',
      rows,
      notes: [
        `${passages.length} passages of both languages in one index, ${questions.length} questions; each is asked over the passages of one language, then over all`,
        `passages embedded and stored in ${Math.round(times.passagesMs)} ms, questions embedded in ${Math.round(times.questionsMs)} ms`,
        `Chromium ${extension.context.browser()?.version() ?? ''}`,
      ],
    };
  } finally {
    await close();
  }
}

function readLines(path: string, limit = Number.POSITIVE_INFINITY) {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): BenchPassage | Question => JSON.parse(line));
  const passages = lines.filter((line): line is BenchPassage => 'id' in line);
  const questions = lines.filter((line): line is Question => 'query' in line);
  return { passages, questions: questions.slice(0, limit) };
}

async function embed(page: Page, passages: readonly BenchPassage[], questions: readonly Question[]) {
  const call = (name: string, ...args: unknown[]) =>
    page.evaluate<number>(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);
  const passagesMs = await call('embedPassages', findEmbedderScript(), passages);
  let questionsMs = 0;
  for (let from = 0; from < questions.length; from += QUESTIONS_AT_A_TIME) {
    const texts = questions.slice(from, from + QUESTIONS_AT_A_TIME).map(({ query }) => query);
    questionsMs += await call('embedQuestions', texts);
  }
  return { passagesMs, questionsMs };
}

async function compare(page: Page, comparison: Comparison, all: readonly Question[]): Promise<BenchRow[]> {
  const { name, lang, among, rightOf, wanted } = comparison;
  const questions = all.filter((question) => question.lang === lang);
  if (questions.length === 0) return [];
  const asked = questions.map(({ query }) => ({ query, lang }));
  const scoresOf = async (mode: Mode) => {
    const lists = await page.evaluate<string[][]>(
      `bench.searchAll(${JSON.stringify(asked)}, ${JSON.stringify(mode)}, ${JSON.stringify(among)})`,
    );
    return scoreRetrieval(
      lists.map((found, i) => ({ found, right: questions[i] ? rightOf(questions[i]) : [] })),
    );
  };
  const lexical = await scoresOf('lexical');
  const vector = await scoresOf('vector');
  const hybrid = await scoresOf('hybrid');
  return [
    ...rowsOf(`${name}, meaning`, vector, lexical),
    ...rowsOf(`${name}, hybrid`, hybrid, lexical, wanted),
  ];
}

function rowsOf(name: string, scores: RetrievalScores, words: RetrievalScores, wanted?: number): BenchRow[] {
  const row = (metric: string, measure: keyof RetrievalScores): BenchRow => {
    return { metric: `${name}: ${metric}`, unit: '', value: scores[measure], baseline: words[measure] };
  };
  const target = wanted === undefined ? {} : { target: `at least ${wanted}`, met: scores.first >= wanted };
  return [{ ...row('R@1', 'first'), ...target }, row('R@5', 'firstFive'), row('MRR', 'meanReciprocalRank')];
}
