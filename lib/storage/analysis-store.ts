import type { Job } from '@/lib/app/job';
import type { AnalysisStore, PageAnalysis, PageForAnalysis } from '@/lib/app/ports/analysis-store';
import type { Keyphrase } from '@/lib/domain/concepts/model';
import { isWording } from '@/lib/domain/reading/wording';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language } from '@/lib/domain/text/language';
import { completeJobs, enqueueJob, isStillWanted } from './job-queue';
import { createLanguageMemory } from './language-memory';
import { replaceMentions } from './page-concepts';
import type { StudyDb } from './study-db';
import { saveWordVectors } from './word-vector-store';

/** Passages that are looked through for texts beside a page. */
const NEWEST = 400;

/** What the analysis of a page reads and writes. */
export function createAnalysisStore(db: StudyDb): AnalysisStore {
  const reading = [db.passages, db.occurrences, db.mentions, db.concepts, db.interests, db.exercises];
  const tables = [...reading, db.words, db.jobs, db.meta];
  const languages = createLanguageMemory(db);
  return {
    loadPage: (pageId) =>
      db.transaction('r', [db.pages, db.passages, db.occurrences], async () => loadPage(db, pageId)),
    async conceptsOf(lang, limit) {
      const concepts = await db.concepts.where('lang').equals(lang).toArray();
      return concepts.sort((a, b) => b.documentFrequency - a.documentFrequency).slice(0, limit);
    },
    textsBeside: (pageId, lang, limit) =>
      db.transaction('r', [db.passages, db.occurrences], async () => textsBeside(db, pageId, lang, limit)),
    storedExercises: (passageIds) => db.exercises.where('passageId').anyOf(passageIds).toArray(),
    passageLanguages: languages.load,
    complete: (job, page, analysis, now) =>
      db.transaction('rw', tables, async () => complete(db, job, page, analysis, now)),
    dismiss: (job, now) =>
      db.transaction('rw', db.jobs, async () => {
        await completeJobs(db, [job], now);
      }),
  };
}

async function loadPage(db: StudyDb, pageId: string): Promise<PageForAnalysis | undefined> {
  const page = await db.pages.get(pageId);
  if (!page) return undefined;
  const places = await db.occurrences.where('pageId').equals(pageId).sortBy('order');
  const passages = await db.passages.bulkGet(places.map(({ passageId }) => passageId));
  return { pageId, title: page.title, passages: passages.filter((passage) => passage !== undefined) };
}

async function textsBeside(db: StudyDb, pageId: string, lang: Language, limit: number): Promise<string[]> {
  const own = await db.occurrences.where('pageId').equals(pageId).toArray();
  const ownIds = new Set(own.map(({ passageId }) => passageId));
  const newest = await db.passages.orderBy('createdAt').reverse().limit(NEWEST).toArray();
  const beside = newest.filter(
    (passage) => passage.lang === lang && isWording(passage) && !ownIds.has(passage.id),
  );
  return beside.slice(0, limit).map(({ text }) => text);
}

async function complete(
  db: StudyDb,
  job: Job,
  page: PageForAnalysis,
  analysis: PageAnalysis,
  now: EpochMs,
): Promise<void> {
  if (!(await isStillWanted(db, job))) return;
  const rows = await db.passages.bulkGet(page.passages.map(({ id }) => id));
  const alive = new Set(rows.flatMap((row) => (row ? [row.id] : [])));
  await replaceMentions(db, [...alive], keyphrasesIn(analysis.keyphrases));
  await addExercises(db, analysis, alive);
  await assignInterests(db, analysis.assignments, alive);
  await saveWordVectors(db, analysis.words);
  if (analysis.refit) await enqueueJob(db, 'refit', 'all', now);
  await completeJobs(db, [job], now);
}

function keyphrasesIn(byLanguage: PageAnalysis['keyphrases']): { lang: Language; keyphrase: Keyphrase }[] {
  return (['en', 'zh'] as const).flatMap((lang) =>
    (byLanguage[lang] ?? []).map((keyphrase) => ({ lang, keyphrase })),
  );
}

/** An exercise that is there keeps its memory. */
async function addExercises(
  db: StudyDb,
  { exercises }: PageAnalysis,
  alive: ReadonlySet<string>,
): Promise<void> {
  const stored = await db.exercises.bulkGet(exercises.map(({ id }) => id));
  const known = new Set(stored.flatMap((row) => (row ? [row.id] : [])));
  await db.exercises.bulkPut(exercises.filter(({ id, passageId }) => !known.has(id) && alive.has(passageId)));
}

async function assignInterests(
  db: StudyDb,
  assignments: ReadonlyMap<string, string>,
  alive: ReadonlySet<string>,
): Promise<void> {
  const touched = new Set<string>();
  for (const [passageId, interestId] of assignments) {
    const passage = alive.has(passageId) ? await db.passages.get(passageId) : undefined;
    if (!passage || passage.interestId === interestId || !(await db.interests.get(interestId))) continue;
    if (passage.interestId !== undefined) touched.add(passage.interestId);
    touched.add(interestId);
    await db.passages.put({ ...passage, interestId });
  }
  for (const interestId of touched) {
    const passageCount = await db.passages.where('interestId').equals(interestId).count();
    await db.interests.update(interestId, { passageCount });
  }
}
