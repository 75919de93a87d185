import { captureReading } from '@/lib/app/capture-reading';
import { DEFAULT_SETTINGS } from '@/lib/app/ports/settings';
import type { ReadBlock, ReadingReport } from '@/lib/domain/reading/model';
import { createSeededRandom, type Random, seedOf } from '@/lib/domain/shared/random';
import type { Language } from '@/lib/domain/text/language';
import { sha256Hex } from '@/lib/platform/sha256';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createStudyDb } from '@/lib/storage/study-db';
import { passageIdsIn } from '@/tests/support/study-tables';
import texts from './soak-texts.json';

const ORIGIN = 'http://course.test';
const SENTENCES = 1;

/** What the database holds; each figure beside the one that it must equal. */
export interface Stock {
  readonly pages: number;
  readonly analysedPages: number;
  readonly passages: number;
  readonly vectors: number;
  readonly distinctVectors: number;
  readonly vectorsInMeans: number;
  readonly exercises: number;
  readonly distinctExercises: number;
  readonly mentions: number;
  readonly distinctMentions: number;
  /** Concepts whose number of pages is not the number of pages that mention them. */
  readonly miscountedConcepts: number;
  readonly givenUp: number;
}

const db = createStudyDb();

/** Captures pages number `from` to `to` (exclusive) as a reader would report them. */
export async function readPages(from: number, to: number, passagesPerPage: number): Promise<void> {
  const ports = {
    readings: createReadingStore(db),
    sites: { isAllowed: async () => true },
    settings: { read: async () => ({ ...DEFAULT_SETTINGS, hasConsented: true }) },
    hash: sha256Hex,
    now: Date.now,
  };
  for (let page = from; page < to; page++) {
    const captured = await captureReading(ports, reportOf(page, passagesPerPage), ORIGIN);
    if (!captured.ok) throw new Error(`Page ${page} was refused: ${captured.error}`);
  }
}

/** Passages to embed and pages to analyse that still wait. */
export async function countWaiting(): Promise<{ embed: number; analyse: number; all: number }> {
  const jobs = await db.jobs.toArray();
  const of = (kind: string) => jobs.filter((job) => job.kind === kind).length;
  return { embed: of('embed'), analyse: of('analyse'), all: jobs.length };
}

export async function takeStock(): Promise<Stock> {
  const vectors = passageIdsIn(await db.vectorChunks.toArray());
  const means = (await db.meta.get('languageMeans'))?.value as
    | { means: Record<string, { count: number }> }
    | undefined;
  const exercises = (await db.exercises.toArray()).map(
    ({ passageId, kind, stem, key }) => `${passageId} ${kind} ${stem.before}[${key}]${stem.after}`,
  );
  const mentions = await db.mentions.toArray();
  const pageOf = new Map((await db.occurrences.toArray()).map((row) => [row.passageId, row.pageId]));
  const pagesOf = Map.groupBy(mentions, ({ conceptId }) => conceptId);
  const concepts = await db.concepts.toArray();
  return {
    pages: await db.pages.count(),
    analysedPages: new Set(mentions.map(({ passageId }) => pageOf.get(passageId))).size,
    passages: await db.passages.count(),
    vectors: vectors.length,
    distinctVectors: new Set(vectors).size,
    vectorsInMeans: Object.values(means?.means ?? {}).reduce((sum, { count }) => sum + count, 0),
    exercises: exercises.length,
    distinctExercises: new Set(exercises).size,
    mentions: mentions.length,
    distinctMentions: new Set(mentions.map((row) => `${row.passageId} ${row.start} ${row.conceptId}`)).size,
    miscountedConcepts: concepts.filter(({ id, documentFrequency }) => {
      const pages = new Set(pagesOf.get(id)?.map(({ passageId }) => pageOf.get(passageId)));
      return pages.size !== documentFrequency;
    }).length,
    givenUp: await db.jobs.where('state').equals('quarantined').count(),
  };
}

function reportOf(page: number, passages: number): ReadingReport {
  const random = createSeededRandom(seedOf(`page ${page}`));
  const lang: Language = page % 2 === 0 ? 'en' : 'zh';
  return {
    visit: {
      visitId: page.toString(16).padStart(32, '0'),
      url: `${ORIGIN}/${page}`,
      title: `${page}`,
      lang,
      activeMs: 60_000,
      scrollShare: 1,
    },
    blocks: Array.from({ length: passages }, (_, order) =>
      blockOf(writeText(lang, page * passages + order, random), lang, order),
    ),
  };
}

function blockOf(text: string, lang: Language, order: number): ReadBlock {
  return {
    text,
    kind: 'prose',
    lang,
    headingPath: [],
    order,
    anchor: { prefix: '', exact: text.slice(0, 60), suffix: '' },
    dwellMs: 9_000,
    requiredMs: 3_000,
    expectedMs: 5_000,
    rereads: 0,
  };
}

function writeText(lang: Language, number: number, random: Random): string {
  const { subjects, verbs, objects, circumstances, pattern } = texts[lang];
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: SENTENCES }, (_, sentence) =>
    pattern
      .replace('{number}', `${SENTENCES * number + sentence + 1}`)
      .replace('{subject}', pick(subjects))
      .replace('{verb}', pick(verbs))
      .replace('{object}', pick(objects))
      .replace('{circumstance}', pick(circumstances)),
  ).join(lang === 'en' ? ' ' : '');
}
